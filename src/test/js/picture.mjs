/* A picture of a report for the documents: its beginning, and the plots that say most. */
import {createRequire} from "node:module";
import {join, resolve} from "node:path";

const [work, study, picture] = [resolve(process.argv[2]), process.argv[3], process.argv[4]];
const {chromium} = createRequire(join(work, "package.json"))("playwright-core");
const browser = await chromium.launch({executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"]});
const page = await browser.newPage({viewport: {width: 1000, height: 1120}});
await page.goto("file://" + join(work, study, "report.html"));
await page.waitForFunction(() => [...document.querySelectorAll("figure .plot")].every((plot) => plot.querySelector("svg")));
await page.evaluate(() => {
  const shown = new Set(["curves", "swimmer"]);
  document.querySelectorAll("section:not(#aims) > *:not(figure), footer").forEach((one) => one.remove());
  document.querySelectorAll("figure").forEach((one) => shown.has(one.id) || one.remove());
  document.querySelectorAll("#aims > p:nth-of-type(n + 2), #aims > div, .tools").forEach((one) => one.remove());
  document.querySelectorAll("section").forEach((one) => (one.style.border = "none"));
});
await page.waitForTimeout(300);
await page.screenshot({path: picture, timeout: 120_000});
await browser.close();
