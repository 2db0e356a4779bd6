/*
 * Opens the reports in a folder of folders, each in Chromium, and looks whether they are what they should be: drawn, with the right
 * number of marks, with the numbers of summary.json under the pointer, without errors, without requests, within reach of everybody.
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

const browser = await chromium.launch({executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"]});
const studies = readdirSync(work).filter((name) => statSync(join(work, name), {throwIfNoEntry: false})?.isDirectory() && readdirSync(join(work, name)).includes("report.html"));
assert.ok(studies.length > 0, "there is no report in " + work);
studies.push(hostileReport(join(work, studies[0])));
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

/* As many marks as there are rows behind the plot as it is first shown. */
async function marks(page, folder) {
  for (const part of figures(folder)) {
    const rows = part.data.rows.map((row) => Object.fromEntries(part.data.columns.map((name, k) => [name, row[k]])));
    const shown = (part.settings.choose ?? []).reduce((left, column) => {
      const first = left.find((row) => row[column] != null)[column];
      return left.filter((row) => row[column] == null || row[column] === first);
    }, rows);
    const expected = {
      power: {".values circle": rows.length},
      curves: {".truth path": groups(shown, "truth", "arm")},
      incidence: {".stack path": groups(shown, "truth", "arm", "what")},
      occupancy: {".stack path": groups(shown, "arm", "state")},
      calendar: {".median path": groups(shown, "truth", "what")},
      histogram: {".classes rect": shown.length},
      exact: {".values circle": shown.length},
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

/* The pointer on every dot of the power plot shows what summary.json holds. */
async function hover(page, folder) {
  const summary = JSON.parse(readFileSync(join(folder, "summary.json"), "utf8"));
  const dots = page.locator("#power .values circle");
  for (let k = 0; k < await dots.count(); k++) {
    await dots.nth(k).scrollIntoViewIfNeeded();
    await dots.nth(k).hover({force: true});
    const tip = page.locator("#power :is([aria-label=tip], [data-mark=tip]) text");
    await tip.first().waitFor();
    const text = (await tip.allTextContents()).join(" ");
    const known = Object.entries(summary.truths).flatMap(([truth, {analyses}]) =>
      Object.entries(analyses).map(([analysis, {power, type_1_error}]) => ({truth, analysis, value: (power ?? type_1_error)?.value})));
    const told = known.filter(({truth, analysis, value}) => value != null && text.includes(truth.slice(0, 20)) && text.includes(analysis.slice(0, 20)) && text.includes(`${Number((100 * value).toPrecision(4))} %`));
    assert.ok(told.length > 0, `${folder}: the tip says ${text}`);
  }
}

/* Choices by keyboard, data behind, data copied, drawing saved. */
async function tools(page) {
  const figure = page.locator("#curves");
  const select = figure.locator("select");
  if (await select.isVisible()) {
    const before = await figure.locator(".plot").innerHTML();
    await select.focus();
    await page.keyboard.press("ArrowDown");
    assert.notEqual(await figure.locator(".plot").innerHTML(), before, "another endpoint is another plot");
  }
  await figure.locator("summary").press("Enter");
  assert.ok((await figure.locator("table tbody tr").count()) > 10);
  const [download] = await Promise.all([page.waitForEvent("download"), figure.getByRole("button", {name: "Save SVG"}).click()]);
  const svg = readFileSync(await download.path(), "utf8");
  assert.equal(download.suggestedFilename(), "curves.svg");
  assert.ok(svg.startsWith("<svg") && !svg.includes("var(--"), svg.slice(0, 200));
  await figure.getByRole("button", {name: "Copy data"}).click();
  await page.waitForFunction(() => document.getElementById("said").textContent.includes("copied"));
}

/* A report whose every text is hostile; what it says must be read, not carried out. */
function hostileReport(from) {
  const name = "hostile";
  const folder = join(work, name);
  mkdirSync(folder, {recursive: true});
  const evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"' \u202e\u200f ";
  const report = JSON.parse(readFileSync(join(from, "report.json"), "utf8"));
  const truths = {expected: "expected " + evil};
  const spoilt = (value) =>
    typeof value === "string" ? truths[value] ?? value
    : Array.isArray(value) ? value.map(spoilt)
    : value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoilt(one)])) : value;
  const all = spoilt(report);
  all.title = evil + "x".repeat(10_000);
  all.lead = evil;
  all.sections[0].parts.push({words: evil}, {sheet: evil, folded: false, data: {columns: [evil], rows: [[evil + "y".repeat(10_000)]]}});
  writeFileSync(join(folder, "report.json"), JSON.stringify(all));
  const summary = readFileSync(join(from, "summary.json"), "utf8");
  writeFileSync(join(folder, "summary.json"), JSON.stringify(spoiltKeys(JSON.parse(summary), truths)));
  execFileSync("./marrow", ["report", folder]);
  return name;
}

function spoiltKeys(summary, names) {
  summary.truths = Object.fromEntries(Object.entries(summary.truths).map(([truth, found]) => [names[truth] ?? truth, found]));
  return summary;
}

function figures(folder) {
  return JSON.parse(readFileSync(join(folder, "report.json"), "utf8")).sections.flatMap(({parts}) => parts.filter((part) => part.figure));
}

function groups(rows, ...columns) {
  return new Set(rows.map((row) => JSON.stringify(columns.map((column) => row[column])))).size;
}
