// The page as slides: the same cells, a screenful at a time, and what a cell answers only at a key. Where a slide begins is
// nbconvert's slide_type, or a heading inside a cell; a page without any has one for each heading. What is too tall for the
// screen is broken into pages, of which the next key shows the next.
(() => {
  "use strict";
  const root = document.documentElement;
  const article = document.querySelector("article");
  const tools = document.querySelector(".tools");
  if (!article || !tools) return;

  const Fits = new Map([[1, 0], [0.92, 1], [0.84, 3], [0.76, 22]]); // a page's size of type, and what it costs
  const Page = 10;                        // what one page more costs
  const Small = 30;                       // what a chart of no height would cost
  const Least = 0.6;                      // one block is set this much smaller before it scrolls
  const figures = "figure, .output:is(.html, .chart)"; // need a moment to take their size
  const cells = [...article.children];
  const slides = collect();
  let shown = null;                       // { slide, state } while presenting
  let turn = Promise.resolve();           // a slide is laid out before the next key counts
  let deck = null;

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // What there is to show

  function collect() {
    const marked = cells.some(cell => cell.dataset.slide);
    const found = [];
    let section = "";
    for (const cell of cells) {
      const kind = cell.dataset.slide;
      if (kind === "skip" || kind === "notes") continue;
      blocksOf(cell).forEach(({ element, answer }, index) => {
        const heading = isHeading(element);
        if (element.matches("h1, h2")) section = textOf(element);
        const last = found.at(-1)?.blocks.at(-1).element;
        const begins = !last || (marked && index === 0 ? kind === "slide" || kind === "subslide" : heading && !isHeading(last));
        if (begins) found.push({ section, title: heading ? textOf(element) : section, blocks: [], states: null });
        found.at(-1).blocks.push({ element, answer, step: !begins && (answer || (index === 0 && kind === "fragment")) });
      });
    }
    return found;
  }

  // A text's paragraphs; a cell's code, and then as its answer what it gave.
  function blocksOf(cell) {
    if (!cell.matches(".code")) return [...cell.children].map(element => ({ element, answer: false }));
    return [...cell.querySelectorAll(":scope > .source, :scope > .outputs > *")]
      .filter(element => !element.matches("style, script"))
      .map(element => ({ element, answer: element.matches(".source + .outputs > :first-child") }));
  }

  function isHeading(element) {
    return element.matches("h1, h2, h3");
  }

  function textOf(heading) {
    const copy = heading.cloneNode(true);
    copy.querySelectorAll(".anchor, .katex-mathml").forEach(part => part.remove());
    return copy.textContent.trim();
  }

  // Layout: a state is what is on the screen between two keys, [first, last] of a slide's blocks

  function show(blocks) {
    if (!shown) return;
    const on = new Set(blocks.map(block => block.element));
    for (const cell of cells) {
      const parts = blocksOf(cell).map(block => block.element);
      parts.forEach(part => part.classList.toggle("off", !on.has(part)));
      cell.classList.toggle("off", !parts.some(part => on.has(part)));
    }
    article.querySelector(".at-top")?.classList.remove("at-top");
    blocks[0]?.element.classList.add("at-top");
  }

  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  const screen = () => article.parentElement;
  const overflows = formula => formula.scrollWidth > formula.clientWidth + 1;
  const isTooLarge = () => screen().scrollHeight > screen().clientHeight + 1
    || [...article.querySelectorAll(".tex.display:not(.off)")].some(overflows);
  const hasFigures = blocks => blocks.some(({ element }) => element.matches(figures) || element.querySelector(figures));

  // Charts take their height from the page, in pixels: at least the first, and the second where there is room.
  const unit = () => Math.min(innerWidth / 100, innerHeight / 56.25);
  const lowest = () => innerHeight - 28 * unit();
  const highest = () => innerHeight - 15 * unit();
  const isSet = (fit, height) => root.style.getPropertyValue("--fit") === String(fit)
    && root.style.getPropertyValue("--figure-height") === String(height);

  async function lay(blocks, fit, height = lowest()) {
    if (!shown) return;    // left, or printed, meanwhile
    const moves = hasFigures(blocks);
    if (moves && !isSet(fit, height)) {
      show([]);            // a chart asks for its height when it comes into sight
      await frame();
      if (!shown) return;
    }
    root.style.setProperty("--fit", fit);
    root.style.setProperty("--figure-height", height);
    show(blocks);
    for (let i = 0; moves && i < 3; i++) await frame();
  }

  async function fits(blocks, fit, height) {
    await lay(blocks, fit, height);
    return !isTooLarge();
  }

  // Where the blocks lie, all below one another, in one size of type; and what of it fits a page.
  async function measure(blocks, fit) {
    await lay(blocks, fit);
    const margin = element => parseFloat(getComputedStyle(element).marginBottom);
    const room = screen().clientHeight - parseFloat(getComputedStyle(screen()).paddingTop);
    const places = blocks.map(({ element }) => {
      const { top, bottom } = element.getBoundingClientRect();
      const cell = element.closest(".cell");
      const below = cell.matches(".code") ? margin(element) + margin(cell) : Math.max(margin(element), margin(cell));
      const grows = element.matches(".output.chart") && bottom - top > lowest() - 1;
      return { top, bottom: bottom + below, grows, wide: element.matches(".tex.display") && overflows(element) };
    });
    return {
      fit,
      spare: (first, end) => room - places[end - 1].bottom + places[first].top,
      growing: (first, end) => places.slice(first, end).filter(place => place.grows).length,
      isWide: (first, end) => places.slice(first, end).some(place => place.wide),
    };
  }

  // Where pages end: of all ways to break the blocks, the cheapest, found from the end.
  async function pagesOf(blocks) {
    const sizes = [];
    for (const fit of Fits.keys()) {
      const size = await measure(blocks, fit);
      sizes.push(size);
      if (size.spare(0, blocks.length) >= 0 && !size.isWide(0, blocks.length)) break;
    }
    const best = blocks.map(() => null).concat({ cost: 0 });
    for (let first = blocks.length - 1; first >= 0; first--)
      for (let end = first + 1; end <= blocks.length; end++)
        for (const page of sizes.map(size => pageOf(blocks, first, end, size)).filter(page => page)) {
          page.cost += best[end].cost;
          if (!best[first] || page.cost < best[first].cost) best[first] = page;
        }
    const pages = [];
    for (let page = best[0]; page.end; page = best[page.end]) pages.push(await laidOut(page));
    return pages;
  }

  // One page and its cost; null if it is too much. A text that answers on the next page has its code repeated above it.
  function pageOf(blocks, first, end, size) {
    const torn = first > 0 && isTextAnswer(blocks[first]);
    const repeats = torn && size.spare(first - 1, end) >= 0;
    const spare = size.spare(repeats ? first - 1 : first, end);
    if (end > first + 1 && (spare < 0 || size.isWide(first, end))) return null;
    const growing = size.growing(first, end);
    const height = growing ? lowest() + Math.max(0, spare) / growing : lowest();
    return {
      blocks: blocks.slice(repeats ? first - 1 : first, end), repeats, end, fit: size.fit, height,
      cost: Page + Fits.get(size.fit) + (torn && !repeats ? Page : 0) + (end < blocks.length ? parting(blocks[end - 1], blocks[end]) : 0)
        + (growing ? Small * Math.max(0, 1 - height / highest()) : 0),
    };
  }

  // What it costs to turn the page between two blocks: a heading, a line that leads to a formula, and code belong to what follows.
  function parting(before, after) {
    const together = before.element.closest(".cell") === after.element.closest(".cell");
    if (before.element.matches("h1, h2, h3, h4")) return 6 * Page;
    if (before.element.matches("p") && (before.element.textContent.trim().endsWith(":") || (together && after.element.matches("ol, ul")))) return 1.5 * Page;
    if (after.answer) return isTextAnswer(after) ? 4 : 3;
    if (together) return after.element.closest(".prose") ? 4 : 9;
    return !after.element.matches(".source") ? 0 : before.element.closest(".prose") ? 6 : 5;
  }

  const isTextAnswer = block => block.answer && block.element.matches("pre");

  // The page as it was measured; smaller if that was not quite so.
  async function laidOut(page) {
    if (await fits(page.blocks, page.fit, page.height)) return page;
    let fit = page.fit;
    while (fit > Least && !await fits(page.blocks, fit)) fit -= 0.04;
    return { ...page, fit, height: lowest() };
  }

  async function statesOf(slide) {
    if (slide.states) return slide.states;
    await document.fonts.ready;
    slide.states = (await pagesOf(slide.blocks)).flatMap(({ blocks, fit, height, repeats }) => {
      const ends = blocks.map((_, index) => index).filter(index => index > (repeats ? 1 : 0) && blocks[index].step);
      return [...ends, blocks.length].map(end => ({ blocks: blocks.slice(0, end), fit, height }));
    });
    return slide.states;
  }

  // Moving

  const queue = action => turn = turn.then(action).catch(error => console.error(error));

  async function go(number, state) {
    const slide = slides[Math.max(0, Math.min(slides.length - 1, number))];
    deck.bar.setAttribute("aria-busy", "true");
    const states = await statesOf(slide);
    const place = state < 0 ? states.length - 1 : Math.min(state, states.length - 1);
    const { blocks, fit, height } = states[place];
    if (isSet(fit, height)) show(blocks);
    else await lay(blocks, fit, height);
    if (!shown) return;
    screen().scrollTop = 0;
    shown = { slide: slides.indexOf(slide), state: place };
    history.replaceState(null, "", `#slide-${shown.slide + 1}`);
    deck.section.textContent = slide.section;
    deck.count.textContent = `${shown.slide + 1} / ${slides.length}`;
    deck.count.setAttribute("aria-label", `Slide ${shown.slide + 1} of ${slides.length}: ${slide.title}`);
    deck.more.hidden = place === states.length - 1;
    deck.back.disabled = shown.slide === 0 && place === 0;
    deck.on.disabled = shown.slide === slides.length - 1 && place === states.length - 1;
    deck.bar.removeAttribute("aria-busy");
  }

  const next = () => shown.state + 1 < slides[shown.slide].states.length ? go(shown.slide, shown.state + 1)
    : shown.slide + 1 < slides.length ? go(shown.slide + 1, 0) : undefined;
  const previous = () => shown.state > 0 ? go(shown.slide, shown.state - 1)
    : shown.slide > 0 ? go(shown.slide - 1, -1) : undefined;

  function setScreen() {
    root.style.setProperty("--figure-font", 1.35 * unit());
    slides.forEach(slide => slide.states = null);
  }

  function present(number) {
    if (shown || slides.length === 0) return;
    deck ??= makeDeck();
    setScreen();
    document.body.append(deck.bar);
    root.classList.add("presenting");
    shown = { slide: 0, state: 0 };
    queue(() => go(number, 0));
  }

  function leave() {
    if (!shown) return;
    const place = slides[shown.slide].blocks[0].element;
    shown = null;
    deck.bar.remove();
    root.classList.remove("presenting");
    ["--fit", "--figure-height", "--figure-font"].forEach(name => root.style.removeProperty(name));
    article.querySelectorAll(".off, .at-top").forEach(part => part.classList.remove("off", "at-top"));
    history.replaceState(null, "", location.pathname + location.search);
    place.scrollIntoView({ behavior: "instant" });
    button.focus({ preventScroll: true });
  }

  // Where reading has come to: the first slide that is not above the window.
  function current() {
    const place = slides.findLastIndex(slide => slide.blocks[0].element.getBoundingClientRect().top < innerHeight * 0.4);
    return Math.max(0, place);
  }

  // Controls

  function control(label, text, action) {
    const element = make("button", { type: "button", textContent: text, title: label, onclick: () => queue(() => shown && action()) });
    element.setAttribute("aria-label", label);
    return element;
  }

  function makeDeck() {
    const section = make("span", { className: "section" });
    const more = make("span", { className: "more", textContent: "•••", title: "More on this slide" });
    more.setAttribute("aria-label", "More on this slide at the next key");
    const count = make("span", { className: "count" });
    count.setAttribute("role", "status");
    const back = control("Back (arrow left)", "‹", previous);
    const on = control("On (arrow right or space)", "›", next);
    const bar = make("div", { className: "deck" }, section, more, back, count, on, control("Leave the slides (Escape)", "×", leave));
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", "Slides");
    return { bar, section, more, count, back, on };
  }

  const keys = {
    ArrowRight: next, ArrowDown: next, PageDown: next, " ": next,
    ArrowLeft: previous, ArrowUp: previous, PageUp: previous,
    Home: () => go(0, 0), End: () => go(slides.length - 1, -1), Escape: leave,
  };

  addEventListener("keydown", event => {
    // A chart's slider and a field keep their keys; a button its space.
    if (!shown || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]") || (event.key === " " && event.target.closest("button, summary"))) return;
    const action = event.key === " " && event.shiftKey ? previous : keys[event.key];
    if (!action) return;
    event.preventDefault();
    queue(() => shown && action());
  });

  // Who has pressed a chart's button with the mouse goes on with the keys; only who comes to it by Tab moves its slider by them.
  addEventListener("pointerup", event => {
    if (shown && event.target.closest(figures)) document.activeElement?.blur();
  }, { capture: true });

  let resizing = 0;
  addEventListener("resize", () => {
    clearTimeout(resizing);
    if (shown) resizing = setTimeout(() => queue(() => {
      if (!shown) return;
      setScreen();
      return go(shown.slide, shown.state);
    }), 150);
  });

  // Paper gets the page, whole.
  addEventListener("beforeprint", leave, { capture: true });

  const linked = () => Number(/^#slide-(\d+)$/.exec(location.hash)?.[1] ?? 0);
  addEventListener("hashchange", () => {
    const number = linked();
    if (number && !shown) present(number - 1);
    else if (number) queue(() => go(number - 1, 0));
    else if (shown) {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      leave();
      target?.scrollIntoView();
    }
  });

  const button = make("button", { type: "button", className: "present", textContent: "Present", onclick: () => present(current()) });
  button.title = "As slides: arrow keys and space, Escape to leave";
  tools.prepend(button);
  if (linked()) present(linked() - 1);
})();
