// The page as slides: the same cells, a screenful at a time, and what a cell answers only at a key. Where a slide begins is
// nbconvert's slide_type; a page without any has one for each heading. What is too tall for the screen goes on at the next key.
(() => {
  "use strict";
  const root = document.documentElement;
  const article = document.querySelector("article");
  const tools = document.querySelector(".tools");
  if (!article || !tools) return;

  const Tight = 0.84;                     // a slide is set this much smaller rather than broken in two
  const Least = 0.6;                      // and one block this much, before it scrolls
  const figures = "figure, .output.html"; // need a moment to take their size
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
        const heading = element.matches("h1, h2, h3");
        if (element.matches("h1, h2")) section = textOf(element);
        const first = index === 0 && (kind === "slide" || kind === "subslide");
        const begins = found.length === 0 || first || (!marked && heading);
        if (begins) found.push({ section, title: heading ? textOf(element) : section, blocks: [], states: null });
        found.at(-1).blocks.push({ element, step: !begins && (answer || (index === 0 && kind === "fragment")) });
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

  function textOf(heading) {
    const copy = heading.cloneNode(true);
    copy.querySelectorAll(".anchor, .katex-mathml").forEach(part => part.remove());
    return copy.textContent.trim();
  }

  // Layout: a state is what is on the screen between two keys, [first, last] of a slide's blocks

  function show(blocks) {
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
  const setFit = fit => root.style.setProperty("--fit", fit);
  const screen = () => article.parentElement;
  const isTooLarge = () => screen().scrollHeight > screen().clientHeight + 1
    || [...article.querySelectorAll(".tex.display:not(.off)")].some(formula => formula.scrollWidth > formula.clientWidth + 1);

  async function fits(blocks, fit) {
    setFit(fit);
    show(blocks);
    if (blocks.some(block => block.element.matches(figures) || block.element.querySelector(figures)))
      for (let i = 0; i < 3; i++) await frame();
    return !isTooLarge();
  }

  async function pagesOf(blocks) {
    for (const fit of [1, 0.92, Tight])
      if (await fits(blocks, fit)) return [{ blocks, fit }];
    const pages = [];
    for (let rest = blocks; rest.length > 0;) {
      let count = 1;
      while (count < rest.length && await fits(rest.slice(0, count + 1), 1)) count++;
      // A heading, a line that leads to a formula, and code stay with what follows.
      let kept = count;
      while (kept > 0 && kept < rest.length && leads(rest[kept - 1].element, rest[kept].element)) kept--;
      if (kept > 0) count = kept;
      pages.push({ blocks: rest.slice(0, count), fit: await largest(rest.slice(0, count)) });
      rest = rest.slice(count);
    }
    return pages;
  }

  const leads = (element, next) => element.matches("h1, h2, h3, h4") || (element.matches("p") && element.textContent.trim().endsWith(":"))
    || (element.matches(".source") && next.matches("pre") && element.parentElement.contains(next));

  async function largest(blocks) {
    let fit = 1;
    while (fit > Least && !await fits(blocks, fit)) fit -= 0.04;
    return fit;
  }

  async function statesOf(slide) {
    if (slide.states) return slide.states;
    await document.fonts.ready;
    slide.states = (await pagesOf(slide.blocks)).flatMap(({ blocks, fit }) => {
      const ends = blocks.map((_, index) => index).filter(index => index > 0 && blocks[index].step);
      return [...ends, blocks.length].map(end => ({ blocks: blocks.slice(0, end), fit }));
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
    setFit(states[place].fit);
    show(states[place].blocks);
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

  // Charts take their height and type from the page, in pixels.
  function setScreen() {
    const unit = Math.min(innerWidth / 100, innerHeight / 56.25);
    root.style.setProperty("--figure-height", innerHeight - 23 * unit);
    root.style.setProperty("--figure-font", 1.35 * unit);
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
