/*
 * Opens the reports in a folder of folders, each in Chromium, and looks whether they are what they should be: drawn, with the right
 * number of marks, with the numbers of their data under the pointer, without errors, without requests, within reach of everybody.
 */
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {mkdirSync, readFileSync, readdirSync, statSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {cpus, loadavg} from "node:os";
import {join, resolve} from "node:path";

const work = resolve(process.argv[2]);
const packages = createRequire(join(work, "package.json"));
const {chromium} = packages("playwright-core");
const axe = packages.resolve("axe-core/axe.min.js");

const PAGES = {
  desktop: {viewport: {width: 1400, height: 900}, colorScheme: "light"},
  phone: {viewport: {width: 390, height: 844}, colorScheme: "light"},
  dark: {viewport: {width: 1100, height: 900}, colorScheme: "dark"},
};
const LARGEST_BYTES = 3e6;
const LONGEST_MS = 2000;

/* Texts of some reports that are replaced by hostile ones. */
const HOSTILE = {
  "haplo-conditioning-31": ["expected"],
  "sweep-of-144-points": ["hoped", "p1", "85 %", "trial.patients"],
  "size": ["in trials", "31", "25 or more"],
};
const EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"' \u202e\u200f ";

const browser = await chromium.launch({executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"]});
const studies = readdirSync(work).filter((name) => !name.startsWith("hostile-") && statSync(join(work, name), {throwIfNoEntry: false})?.isDirectory() && readdirSync(join(work, name)).includes("report.html"));
assert.ok(studies.length > 0, "there is no report in " + work);
studies.push(...studies.filter((name) => HOSTILE[name]).map(hostileReport));
for (const study of studies) {
  const folder = join(work, study);
  const bytes = statSync(join(folder, "report.html")).size;
  assert.ok(bytes < LARGEST_BYTES, `${study}: ${bytes} bytes`);
  for (const [kind, options] of Object.entries(PAGES)) {
    const {page, context, faults} = await open(options);
    const ms = await show(page, folder);
    await page.screenshot({path: join(folder, kind + ".png"), fullPage: true, timeout: 120_000});
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${study}, ${kind}: the page is ${wide} px too wide`);
    await reachable(page, `${study}, ${kind}`);
    if (kind === "desktop") {
      assert.ok(ms < LONGEST_MS || loadavg()[0] > cpus().length, `${study}: drawn after ${ms} ms`); // a busy machine proves nothing
      await marks(page, folder);
      await hover(page, folder);
      await tools(page);
      await page.pdf({path: join(folder, "print.pdf"), format: "A4"});
      await page.emulateMedia({media: "print"});
      await page.screenshot({path: join(folder, "print.png"), fullPage: true, timeout: 120_000});
      console.log(`${study}: ${bytes} bytes, drawn after ${Math.round(ms)} ms`);
    }
    assert.deepEqual(faults, [], `${study}, ${kind}`);
    await context.close();
  }
}
await browser.close();
console.log(`${studies.length} reports are as they should be; pictures are beside them`);

async function open(options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => message.type() === "log" || faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("dialog", (dialog) => faults.push("dialog: " + dialog.message()));
  page.on("request", (request) => /^(file|blob|data):/.test(request.url()) || faults.push("request: " + request.url()));
  return {page, context, faults};
}

/* Opens the page, and says after how many ms all plots were drawn, by the clock of the page. */
async function show(page, folder) {
  await page.goto("file://" + join(folder, "report.html"));
  return (await page.waitForFunction(() => {
    const plots = [...document.querySelectorAll("figure .plot")];
    return plots.length > 0 && plots.every((plot) => plot.querySelector("svg")) && performance.now();
  }, null, {polling: "raf"})).jsonValue();
}

/* No serious or critical fault that axe finds. */
async function reachable(page, where) {
  await page.addScriptTag({path: axe});
  const {violations} = await page.evaluate(() => globalThis.axe.run(document, {resultTypes: ["violations"]}));
  const serious = violations.filter(({impact}) => impact === "serious" || impact === "critical");
  assert.deepEqual(serious.map(({id, nodes}) => [id, nodes[0].html.slice(0, 200), nodes[0].failureSummary]), [], where);
}

/* The rows of a figure as it is first shown. */
function shownRows(part) {
  const rows = part.data.rows.map((row) => Object.fromEntries(part.data.columns.map((name, k) => [name, row[k]])));
  return (part.settings.choose ?? []).reduce((left, column) => {
    const first = left.find((row) => row[column] != null)[column];
    return left.filter((row) => row[column] == null || row[column] === first);
  }, rows);
}

/* As many marks as there are rows behind the plot as it is first shown. */
async function marks(page, folder) {
  for (const part of figures(folder)) {
    const rows = part.data.rows.map((row) => Object.fromEntries(part.data.columns.map((name, k) => [name, row[k]])));
    const shown = shownRows(part);
    const expected = {
      power: {".values circle": rows.length},
      curves: {".truth path": groups(shown, "truth", "arm")},
      incidence: {".stack path": groups(shown, "truth", "arm", "what")},
      occupancy: {".stack path": groups(shown, "arm", "state")},
      calendar: {".median path": groups(shown, "truth", "what")},
      histogram: {".classes rect": shown.length},
      lines: {".values circle": shown.filter((row) => row.value != null).length},
      map: {".cells rect": shown.filter((row) => row.value != null).length, ".reference rect": 1},
      stops: {".shares rect": shown.filter((row) => row.what !== part.settings.cumulative).length, ".power path": shown.filter((row) => row.what === part.settings.cumulative).length},
      published: {".published path": rows.length},
      counts: {".values rect": rows.length},
      swimmer: {
        ".states rect": shown.filter((row) => row.kind === "state" && row.to > row.from).length,
        ".courses line": shown.filter((row) => row.kind === "course").length,
        ".events path": shown.filter((row) => row.kind === "event").length,
      },
      journey: {"g.track": groups(rows, "track"), "g.move": groups(rows, "track", "from", "to")},
    }[part.figure];
    assert.ok(expected, "nobody knows how many marks has " + part.figure);
    for (const [selector, count] of Object.entries(expected)) {
      assert.equal(await page.locator(`#${part.id} .plot ${selector}`).count(), count, `${folder}: ${part.id} ${selector}`);
    }
  }
}

/* The pointer on marks shows what is behind them: on every dot of the power plot what summary.json holds, on cells and dots of others what their rows hold. */
async function hover(page, folder) {
  for (const part of figures(folder)) {
    if (part.figure === "power") {
      const summary = JSON.parse(readFileSync(join(folder, "summary.json"), "utf8"));
      const known = Object.entries(summary.truths).flatMap(([truth, {analyses}]) =>
        Object.entries(analyses).map(([analysis, {power, type_1_error}]) => ({truth, analysis, value: (power ?? type_1_error)?.value})));
      await each(page, part, ".values circle", 1, (text) =>
        known.some(({truth, analysis, value}) => value != null && [truth, analysis, `${fourDigits(100 * value)} %`].every((one) => says(text, one))));
    }
    if (part.figure === "lines" || part.figure === "map") {
      const rows = shownRows(part);
      const share = (rows[0].scale ?? part.settings.scale) === "share";
      const columns = part.figure === "map" ? part.settings.axes.map(({column}) => column) : [part.settings.x];
      const tells = (text, row) => says(text, fourDigits((share ? 100 : 1) * row.value)) && columns.every((column) => typeof row[column] === "number" || says(text, row[column]));
      await each(page, part, part.figure === "map" ? ".cells rect" : ".values circle", part.figure === "map" ? 13 : 3, (text) => rows.some((row) => row.value != null && tells(text, row)));
    }
  }
}

/* Whether a tip, which is broken into lines, has a text, of which it may have the beginning alone. */
function says(tip, text) {
  const bare = (one) => one.replace(/[\s\u200b]+/g, "");
  return bare(tip).includes(bare(text).slice(0, 16));
}

function fourDigits(x) {
  return String(Number(x.toPrecision(4)));
}

/* Of every so many marks, what the tip says. */
async function each(page, part, selector, every, isRight) {
  const marks = page.locator(`#${part.id} .plot ${selector}`);
  for (let k = 0; k < await marks.count(); k += every) {
    await marks.nth(k).scrollIntoViewIfNeeded();
    await marks.nth(k).hover({force: true});
    const tip = page.locator(`#${part.id} :is([aria-label=tip], [data-mark=tip]) text`);
    await tip.first().waitFor();
    const text = (await tip.allTextContents()).join(" ");
    assert.ok(isRight(text), `${part.id}: the tip says ${text.slice(0, 500)}`);
  }
}

/* Choices by keyboard, data behind, data copied, drawing saved: of the first plot that says it. */
async function tools(page) {
  const figure = page.locator("#curves, #points, #sizes, #effects").first();
  const id = await figure.getAttribute("id");
  const select = figure.locator("select").first();
  if (await select.count() && await select.isVisible()) {
    const before = await figure.locator(".plot").innerHTML();
    await select.focus();
    await page.keyboard.press("ArrowDown");
    assert.notEqual(await figure.locator(".plot").innerHTML(), before, "another choice is another plot");
  }
  await figure.locator("summary").press("Enter");
  await figure.locator("table tbody tr").first().waitFor();
  assert.ok((await figure.locator("table tbody tr").count()) > 5);
  const [download] = await Promise.all([page.waitForEvent("download"), figure.getByRole("button", {name: "Save SVG"}).click()]);
  const svg = readFileSync(await download.path(), "utf8");
  assert.equal(download.suggestedFilename(), id + ".svg");
  assert.ok(svg.startsWith("<svg") && !svg.includes("var(--"), svg.slice(0, 200));
  await figure.getByRole("button", {name: "Copy data"}).click();
  await page.waitForFunction(() => document.getElementById("said").textContent.includes("copied"));
}

/* A report whose every text is hostile, those of its names among them; what it says must be read, not carried out. */
function hostileReport(from) {
  const name = "hostile-" + from;
  const folder = join(work, name);
  mkdirSync(folder, {recursive: true});
  const names = Object.fromEntries(HOSTILE[from].map((one, k) => [one, one + " " + EVIL + (k === 1 ? "z".repeat(10_000) : "")]));
  const spoilt = (value) =>
    typeof value === "string" ? names[value] ?? value
    : Array.isArray(value) ? value.map(spoilt)
    : value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, one]) => [names[key] ?? key, spoilt(one)])) : value;
  const read = (file) => spoilt(JSON.parse(readFileSync(join(work, from, file), "utf8")));
  const all = read("report.json");
  all.title = EVIL + "x".repeat(10_000);
  all.lead = EVIL;
  all.sections[0].parts.push({words: EVIL}, {sheet: EVIL, folded: false, data: {columns: [EVIL], rows: [[EVIL + "y".repeat(10_000)]]}});
  writeFileSync(join(folder, "report.json"), JSON.stringify(all));
  if (all.sections.some(({parts}) => parts.some((part) => part.figure === "power"))) writeFileSync(join(folder, "summary.json"), JSON.stringify(read("summary.json")));
  execFileSync("./marrow", ["report", folder]);
  return name;
}

function figures(folder) {
  return JSON.parse(readFileSync(join(folder, "report.json"), "utf8")).sections.flatMap(({parts}) => parts.filter((part) => part.figure));
}

function groups(rows, ...columns) {
  return new Set(rows.map((row) => JSON.stringify(columns.map((column) => row[column])))).size;
}
