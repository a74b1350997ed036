// Draws one Plotly figure in the element with the given id. Written without modules, as notebook hosts run it in very
// different places. "wait" is how many turns of 50 ms the page has to bring Plotly's script before it is loaded from a
// network; "dress", where it is given, makes the figure suit its page.
(function (id, figure, wait, dress) {
  "use strict";
  var CDN = {
    src: "https://cdn.jsdelivr.net/npm/plotly.js-cartesian-dist-min@4.1.1/plotly-cartesian.min.js",
    integrity: "sha384-zc4SwKObGL/W0M3RUI09UPWjlgIZHfbwMgcZO6713mRh78tfUmIQKhzCyE2LIiUg"
  };
  var boxes = document.querySelectorAll('[id="' + id + '"]'), box = null;
  for (var i = 0; i < boxes.length && !box; i++) if (!boxes[i].dataset.state) box = boxes[i];
  if (!box) return;
  box.dataset.state = "waiting";
  figure.layout = figure.layout || {};
  figure.config = figure.config || {};
  var look = (dress || asItIs)(box, figure), width = 0, fitted = "", near = false, drawn = false;

  // A figure that brings its own look keeps it, and is no wider than the page lets it be.
  function asItIs() {
    var height = figure.layout.height || 450;
    return {
      fit: function (w) {
        return { width: w, height: Math.min(height, parseFloat(getComputedStyle(box).getPropertyValue("--figure-height")) || Infinity) };
      },
      prepare: function (patch) { figure.layout.width = patch.width; figure.layout.height = patch.height; },
      drawn: function () {}
    };
  }

  function draw() {
    var lacking = unknownKinds();
    if (lacking.length) { fail("(The plotly.js of this page cannot draw " + lacking.join(", ") + ".)"); return; }
    figure.config.responsive = false;
    look.prepare(look.fit(width));
    window.Plotly.newPlot(box, {
      data: figure.data, layout: figure.layout, frames: figure.frames || [], config: figure.config
    }).then(function () {
      drawn = true;
      box.style.minHeight = "";
      box.dataset.state = "drawn";
      look.drawn();
    });
  }

  // A kind that the script at hand lacks would be drawn as an empty scatter plot. Those for WebGL differ in speed alone.
  function unknownKinds() {
    return figure.data.filter(function (trace) {
      if (/gl$/.test(trace.type) && !knows(trace.type)) trace.type = trace.type.slice(0, -2);
      return !knows(trace.type);
    }).map(function (trace) { return trace.type; }).filter(function (type, at, all) { return all.indexOf(type) === at; });
  }

  function knows(type) {
    return !type || !(window.Plotly.validate([{ type: type }], {}) || []).some(function (problem) { return problem.astr === "type"; });
  }

  function fail(why) {
    box.dataset.state = "failed";
    box.style.minHeight = "";
    box.textContent = box.getAttribute("aria-label") + " " + why;
  }

  function resized() {
    var w = Math.floor(box.getBoundingClientRect().width);
    if (w < 40) return;
    if (Math.abs(w - width) >= 2) width = w;
    var patch = look.fit(width), said = JSON.stringify(patch);
    if (said === fitted) return;
    fitted = said;
    if (drawn) window.Plotly.relayout(box, patch);
    else if (box.dataset.state !== "failed") box.style.minHeight = patch.height + "px";
    start();
  }

  // Figures far below are drawn when they come near, so that a long page opens at once.
  function start() {
    if (box.dataset.state !== "waiting" || !near || !width) return;
    box.dataset.state = "drawing";
    ready(draw);
  }

  function ready(then) {
    if (window.Plotly) { then(); return; }
    var turns = 0, timer = setInterval(function () {
      // A page that is still loading may bring the script itself.
      if (document.readyState === "complete") turns++;
      if (window.Plotly) { clearInterval(timer); then(); }
      else if (turns === wait) load();
      else if (turns > 1200) { clearInterval(timer); fail("(Plotly's script could not be loaded.)"); wakeUp(then); }
    }, 50);
  }

  // An editor that shows only what is in its window brings the script when the output that holds it is scrolled to.
  function wakeUp(then) {
    var timer = setInterval(function () {
      if (!box.isConnected) clearInterval(timer);
      else if (window.Plotly) {
        clearInterval(timer);
        box.dataset.state = "drawing";
        box.textContent = "";
        then();
      }
    }, 1000);
  }

  function load() {
    if (document.querySelector('script[src="' + CDN.src + '"]')) return;
    var script = document.createElement("script");
    script.src = CDN.src;
    script.integrity = CDN.integrity;
    script.crossOrigin = "anonymous";
    document.head.appendChild(script);
  }

  resized();
  new ResizeObserver(function () { window.requestAnimationFrame(resized); }).observe(box);
  new IntersectionObserver(function (seen) {
    if (seen[seen.length - 1].isIntersecting) { near = true; start(); }
  }, { rootMargin: "900px 0px" }).observe(box);
  window.addEventListener("beforeprint", function () { near = true; resized(); start(); });
})
