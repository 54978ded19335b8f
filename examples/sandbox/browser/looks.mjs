// What a page has to look like, whatever is on it.

import assert from "node:assert/strict";

// Runs in the page: texts whose contrast is under WCAG's AA, as "ratio text".
function faintTexts() {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([r, g, b]) => {
    const part = (v) => ((v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = rgb(getComputedStyle(e).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.data.trim();
    if (!text || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const [a, b] = [luminance(rgb(style.color)), luminance(behind(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) faint.push(`${ratio.toFixed(2)} ${text}`);
  }
  return faint;
}

// Runs in the page: what sticks out sideways, what has no label, and ids that are there twice.
function faulty() {
  const found = [];
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) found.push(`${wide} px too wide`);
  for (const table of document.querySelectorAll("table")) {
    const over = table.getBoundingClientRect().width - table.parentElement.getBoundingClientRect().width;
    if (over > 0.5) found.push(`a table is ${over} px wider than what it stands in`);
  }
  for (const input of document.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    if (!input.labels.length) found.push(`no label: ${input.name}`);
  }
  for (const control of document.querySelectorAll("a, button")) {
    if (!(control.textContent.trim() || control.ariaLabel)) found.push(`no name: ${control.outerHTML}`);
  }
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  found.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `twice: #${id}`));
  return found;
}

// Widths on both sides of every one at which the pages change, from the narrowest phone up.
const WIDTHS = [320, 390, 560, 720, 768, 769, 900, 960, 961, 1024, 1152, 1153, 1280, 1600];

// Checks a page at all of these, and leaves it as wide as it was.
export async function checkWidths(page, name) {
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: before.height });
    assert.deepEqual(await page.evaluate(faulty), [], `${name}, ${width} px`);
  }
  await page.setViewportSize(before);
}

export async function check(page, name) {
  assert.deepEqual(await page.evaluate(faulty), [], name);
  assert.deepEqual(await page.evaluate(faintTexts), [], name);
}
