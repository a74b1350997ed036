// Everything that moves on a page. Text, code and results are there without it; formulas, charts and comforts need it.
(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  function typeset() {
    if (!window.katex) return;
    for (const element of all(".tex")) {
      const displayMode = element.classList.contains("display");
      katex.render(element.textContent, element, { displayMode, throwOnError: false, strict: false });
      element.classList.add("typeset");
    }
    // Formulas change the height of the text above the place that a link led to.
    if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }

  // Charts

  // Those that do not draw themselves.
  const charts = all("figure.chart");
  const queue = [];
  let drawing = false;

  async function draw(chart) {
    if (chart.dataset.state) return;
    chart.dataset.state = "drawing";
    const plot = chart.querySelector(".plot");
    const figure = JSON.parse(chart.querySelector("script").textContent);
    const layout = { ...figure.layout, autosize: true };
    delete layout.width;
    plot.replaceChildren();
    try {
      await Plotly.newPlot(plot, {
        data: figure.data, layout, frames: figure.frames,
        config: { displayModeBar: false, ...figure.config, responsive: true, displaylogo: false },
      });
      chart.dataset.state = "drawn";
    } catch (error) {
      chart.dataset.state = "failed";
      plot.replaceChildren(make("p", { className: "alt", textContent: plot.getAttribute("aria-label") }));
      console.error(error);
    }
  }

  // One at a time, with the browser free between two, so that scrolling stays smooth.
  async function drawNext() {
    if (drawing) return;
    drawing = true;
    while (queue.length > 0) {
      await new Promise(done => setTimeout(done));
      await draw(queue.shift());
    }
    drawing = false;
  }

  function watchCharts() {
    if (charts.length === 0 || !window.Plotly) return;
    const watcher = new IntersectionObserver(entries => {
      for (const entry of entries.filter(entry => entry.isIntersecting)) {
        watcher.unobserve(entry.target);
        queue.push(entry.target);
      }
      drawNext();
    }, { rootMargin: "900px 0px" });
    charts.forEach(chart => watcher.observe(chart));
    addEventListener("beforeprint", () => charts.forEach(draw));
  }

  // Light and dark

  const themes = ["auto", "light", "dark"];
  const icons = {
    auto: '<path d="M12 3a9 9 0 1 0 0 18z" fill="currentColor"/><circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2"/>',
    light: '<circle cx="12" cy="12" r="4.5" fill="currentColor"/><path d="M12 1.5v3m0 15v3M1.5 12h3m15 0h3M4.6 4.6l2.1 2.1m10.6 10.6 2.1 2.1m0-14.8-2.1 2.1M6.7 17.3l-2.1 2.1" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>',
    dark: '<path d="M20.5 14.5A8.5 8.5 0 0 1 9.5 3.5a8.5 8.5 0 1 0 11 11z" fill="currentColor"/>',
    contents: '<path d="M4 6h16M4 12h16M4 18h10" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>',
  };
  const icon = name => `<svg viewBox="0 0 24 24" aria-hidden="true">${icons[name]}</svg>`;

  function setTheme(theme, button) {
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    try {
      if (theme === "auto") localStorage.removeItem("theme");
      else localStorage.setItem("theme", theme);
    } catch { /* A browser may forbid storage to files: the choice then lasts as long as the page. */ }
    button.innerHTML = icon(theme);
    button.title = `Colours: ${theme}`;
    button.setAttribute("aria-label", `Colours: ${theme}. Change`);
  }

  function addTools() {
    const tools = document.querySelector(".tools");
    const toc = document.getElementById("toc");
    if (toc) {
      const button = make("button", { type: "button", className: "contents", innerHTML: icon("contents") });
      button.setAttribute("aria-label", "Contents");
      button.setAttribute("aria-controls", "toc");
      const show = open => {
        toc.classList.toggle("open", open);
        button.setAttribute("aria-expanded", open);
      };
      show(false);
      button.onclick = () => show(!toc.classList.contains("open"));
      toc.addEventListener("click", event => event.target.closest("a") && show(false));
      addEventListener("keydown", event => {
        if (event.key !== "Escape" || !toc.classList.contains("open")) return;
        show(false);
        button.focus();
      });
      tools.append(button);
    }
    const button = make("button", { type: "button", className: "theme" });
    button.onclick = () => setTheme(themes[(themes.indexOf(root.dataset.theme ?? "auto") + 1) % themes.length], button);
    tools.append(button);
    setTheme(root.dataset.theme ?? "auto", button);
  }

  // Reading

  function followReading() {
    const links = new Map(all(".toc a").map(link => [decodeURIComponent(link.hash.slice(1)), link]));
    const headings = all("main :is(h2, h3)[id]").filter(heading => links.has(heading.id));
    const progress = document.querySelector(".progress");
    let current = null;
    let pending = false;
    const update = () => {
      pending = false;
      const length = root.scrollHeight - innerHeight;
      progress?.style.setProperty("--read", length > 0 ? Math.min(1, scrollY / length) : 0);
      const passed = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight * 0.3);
      const next = links.get(passed.at(-1)?.id);
      if (next === current) return;
      current?.removeAttribute("aria-current");
      next?.setAttribute("aria-current", "true");
      next?.scrollIntoView?.({ block: "nearest", behavior: "instant", container: "nearest" });
      current = next;
    };
    addEventListener("scroll", () => {
      if (!pending) requestAnimationFrame(update);
      pending = true;
    }, { passive: true });
    addEventListener("resize", update);
    update();
  }

  function moveByKeys() {
    addEventListener("keydown", event => {
      const step = { n: 1, j: 1, p: -1, k: -1 }[event.key];
      if (!step || root.classList.contains("presenting") || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
      const tops = all("main :is(h2, h3)").map(heading => heading.getBoundingClientRect().top + scrollY - 90);
      const place = step > 0 ? tops.find(top => top > scrollY + 2) : tops.findLast(top => top < scrollY - 2) ?? 0;
      if (place !== undefined) scrollTo({ top: place });
    });
  }

  function addCopyButtons() {
    for (const source of all(".source")) {
      const code = source.querySelector("pre");
      const button = make("button", { type: "button", className: "copy", textContent: "Copy" });
      button.setAttribute("aria-live", "polite");
      button.onclick = async () => {
        const done = await copy(code);
        button.textContent = done ? "Copied" : "Press Ctrl+C";
        setTimeout(() => button.textContent = "Copy", 1600);
      };
      source.append(button);
    }
  }

  // The command that runs the notebook with the form's values; what stands there unchanged is left out.
  function offerCommands() {
    const quoted = text => /^[\w.,:@%+=/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
    for (const form of all(".parameters form")) {
      const output = form.querySelector("output");
      const update = () => {
        const wrong = [...form.elements].find(field => field.willValidate && !field.validity.valid);
        const changed = [...form.elements].filter(field => field.name && field.value !== field.dataset.given);
        output.classList.toggle("wrong", Boolean(wrong));
        output.textContent = wrong
          ? `${wrong.name}: ${wrong.validationMessage}`
          : [form.dataset.command, ...changed.map(field => `-p ${field.name} ${quoted(field.value)}`)].join(" ");
        button.hidden = Boolean(wrong);
      };
      const button = make("button", { type: "button", textContent: "Copy" });
      button.onclick = async () => {
        const done = await copy(output);
        button.textContent = done ? "Copied" : "Press Ctrl+C";
        setTimeout(() => button.textContent = "Copy", 1600);
      };
      output.after(button);
      form.addEventListener("input", update);
      form.addEventListener("submit", event => event.preventDefault());
      update();
    }
  }

  async function copy(code) {
    try {
      await navigator.clipboard.writeText(code.textContent);
      return true;
    } catch {
      getSelection().selectAllChildren(code);
      return false;
    }
  }

  addEventListener("beforeprint", () => all("details:not(.parameters)").forEach(details => details.open = true));
  addTools();
  addCopyButtons();
  offerCommands();
  typeset();
  watchCharts();
  followReading();
  moveByKeys();
})();
