// How a figure of the library suits its page: places, sizes and colours. plot.js calls it; the library writes the shape.
(function (shape) { return function (box, figure) {
  "use strict";
  // The host's own colours, so that the figure suits whatever theme the page is in.
  function theme() {
    var text = getComputedStyle(box).color, back = "rgb(255, 255, 255)";
    for (var at = box; at; at = at.parentElement) {
      var color = getComputedStyle(at).backgroundColor;
      if (color && color !== "transparent" && !/, 0\)$/.test(color)) { back = color; break; }
    }
    var patch = { "font.color": text, "hoverlabel.bgcolor": back, "hoverlabel.font.color": text, "hoverlabel.bordercolor": text };
    patch["font.family"] = getComputedStyle(box).fontFamily;
    if (figure.layout.sliders) patch["sliders[0].currentvalue.font.color"] = text;
    return patch;
  }

  function axis(letter, panel) { return letter + "axis" + (panel ? panel + 1 : "") + ".domain"; }

  // What the page's styles ask for: --figure-font and --figure-height, in pixels, where it is shown on a projector.
  function wish(name, otherwise) { return parseFloat(getComputedStyle(box).getPropertyValue(name)) || otherwise; }

  // Height, font and panel places for a width; the same arithmetic as PanelGrid in the library.
  function fit(w) {
    var size = wish("--figure-font", w < 480 ? 12 : w < 1200 ? 14 : 18);
    // Its own limits are meant for type of up to 18 pixels. A tall figure may take a little more than the page gives, and
    // smaller type, as curves pressed flat cannot be read.
    var grow = Math.max(1, size / 18), tall = shape.min * grow;
    var asked = wish("--figure-height", Infinity), limit = Math.max(asked, Math.min(tall, 1.3 * asked));
    var max = Math.min(shape.max * grow, limit - shape.footer);
    var patch = { width: w, "font.size": size };
    if (!shape.panels) {
      var least = shape.square ? Math.min(shape.min, w - 12) : shape.min;
      patch.height = Math.min(max, Math.max(least, w * shape.ratio)) + shape.footer;
      if (max < tall) patch["font.size"] = size * Math.max(0.75, max / tall);
      return patch;
    }
    var label = Math.round(1.7 * size), columns = shape.columns[w < shape.breaks[0] ? 0 : w < shape.breaks[1] ? 1 : 2];
    // Where the height is given, the columns that leave a panel the most.
    if (asked < Infinity) shape.columns.forEach(function (count) { if (sideOf(count) > sideOf(columns)) columns = count; });
    var rows = Math.ceil(shape.panels / columns), side = sideOf(columns);
    var step = side * (1 + shape.gap), row = side + label, height = rows * row;
    var start = (w - (columns * step - side * shape.gap)) / 2;
    for (var p = 0; p < shape.panels; p++) {
      var left = start + (p % columns) * step, bottom = height - (Math.floor(p / columns) + 1) * row;
      patch[axis("x", p)] = [left / w, Math.min(1, (left + side) / w)];
      patch[axis("y", p)] = [Math.max(0, bottom / height), (bottom + side) / height];
    }
    patch.height = height + shape.footer;
    return patch;

    function sideOf(count) {
      return Math.min(w / (count + shape.gap * (count - 1)), max / Math.ceil(shape.panels / count) - label);
    }
  }

  function set(target, patch) {
    Object.keys(patch).forEach(function (path) {
      var keys = path.replace(/\[(\d+)\]/g, ".$1").split("."), last = keys.pop(), at = target;
      keys.forEach(function (key) { at = at[key] = at[key] || {}; });
      at[last] = patch[path];
    });
    return target;
  }

  function prepare(patch) {
    var layout = figure.layout;
    delete layout.title; // the page says it, where it can wrap
    layout.autosize = false;
    layout.margin.t = shape.panels ? 0 : 12;
    set(set(layout, patch), theme());
    // Dots are sized for a panel of some 500 pixels; on a projector they grow with it.
    var grow = Math.min(1.7, Math.max(1, layout.height / 560));
    [figure].concat(figure.frames || []).forEach(function (part) {
      part.data.forEach(function (trace) { if (trace.marker && trace.marker.size) trace.marker.size *= grow; });
    });
  }

  function drawn() {
    watchTheme();
    if (figure.layout.sliders) keys();
    if (figure.frames) window.addEventListener("unhandledrejection", quiet);
  }

  function watchTheme() {
    var last = JSON.stringify(theme());
    function changed() {
      if (!box.isConnected) return;
      var now = theme(), said = JSON.stringify(now);
      if (said !== last) { last = said; window.Plotly.relayout(box, now); }
    }
    // Themes fade in: look again when the fading is over.
    function later() { changed(); setTimeout(changed, 400); }
    var watcher = new MutationObserver(later), names = {
      attributes: true,
      attributeFilter: ["class", "style", "data-theme", "data-jp-theme-light", "data-vscode-theme-kind"]
    };
    watcher.observe(document.documentElement, names);
    watcher.observe(document.body, names);
    var dark = window.matchMedia("(prefers-color-scheme: dark)");
    if (dark.addEventListener) dark.addEventListener("change", later);
  }

  // Plotly rejects, without a reason, the promise of an animation that another one replaces; nobody holds that promise.
  function quiet(event) { if (event.reason === undefined) event.preventDefault(); }

  // Arrow keys move the slider, space plays: the same as with the mouse.
  function keys() {
    box.addEventListener("keydown", function (event) {
      var slider = box._fullLayout.sliders[0], by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (by) {
        var next = Math.min(slider.steps.length - 1, Math.max(0, slider.active + by)), step = slider.steps[next];
        window.Plotly[step.method].apply(window.Plotly, [box].concat(step.args));
        window.Plotly.relayout(box, { "sliders[0].active": next });
        event.preventDefault();
      } else if (event.key === " " && figure.layout.updatemenus) {
        window.Plotly.animate.apply(window.Plotly, [box].concat(figure.layout.updatemenus[0].buttons[0].args));
        event.preventDefault();
      }
    });
  }

  return { fit: fit, prepare: prepare, drawn: drawn };
}; })
