import HTTPTypes
import Hummingbird
import Operations

/// The live picture: the chart, the vessel beside it, the watch log, the feeds, and the way back in time.
enum PicturePage {
  static func document(_ frame: Frame) -> HTML {
    let strings = frame.strings
    return Layout.document(
      frame,
      Layout.Page(
        title: "picture.title", head: head, bodyClass: "picture", tools: search(strings), clock: clock(strings),
        buttons: buttons(strings), skipTo: "vessel-heading",
        body: """
          \(banners(strings))
          <main class="stage">
          <h1 class="hidden-label">\(strings["picture.title"])</h1>
          \(chart(strings))
          \(panel(strings))
          </main>
          \(timebar(strings))
          \(help(strings))
          \(table(strings))
          """))
  }

  private static let head: HTML = """
    <link rel="stylesheet" href="/static/vendor/maplibre/maplibre-gl.css">
    <link rel="stylesheet" href="/static/web/picture.css">
    <script src="/static/vendor/maplibre/maplibre-gl.js" defer></script>
    <script type="module" src="/static/web/picture.js"></script>
    """

  private static func search(_ strings: Strings) -> HTML {
    """
    <div class="bar-tools">
    <div class="search" role="search">
    <label class="hidden-label" for="search-input">\(strings["picture.search.label"])</label>
    <input id="search-input" class="search-input" type="search" role="combobox" aria-expanded="false" \
    aria-controls="search-results" aria-autocomplete="list" autocomplete="off" spellcheck="false" maxlength="80" \
    placeholder="\(strings["picture.search.placeholder"])">
    <ul id="search-results" class="search-results" role="listbox" aria-label="\(strings["picture.search.results"])" hidden></ul>
    <p id="search-note" class="hidden-label" role="status"></p>
    </div>
    </div>
    """
  }

  private static func clock(_ strings: Strings) -> HTML {
    """
    <div class="bar-clock" role="group" aria-label="\(strings["picture.clock.label"])">
    <time id="clock-utc" class="clock-utc">--:--:--</time>
    <time id="clock-local" class="clock-local">--:--</time>
    </div>
    """
  }

  private static func buttons(_ strings: Strings) -> HTML {
    """
    <button id="theme-button" class="quiet" type="button">\(strings["picture.theme.button"])</button>
    <button id="help-button" class="quiet" type="button" aria-haspopup="dialog">\(strings["picture.help.button"])</button>
    """
  }

  private static func banners(_ strings: Strings) -> HTML {
    """
    <section id="banners" class="banners" aria-label="\(strings["picture.banner.label"])">
    <p id="banner-exercise" class="banner banner-exercise" hidden><strong>\(strings["picture.banner.exercise"])</strong></p>
    <p id="banner-known" class="banner banner-known" hidden>
    <span id="banner-known-text"></span>
    <button id="return-live" type="button">\(strings["picture.time.live"])</button>
    </p>
    <p id="banner-distress" class="banner banner-danger banner-distress" hidden>
    <span id="banner-distress-text"></span>
    <button id="distress-show" type="button">\(strings["picture.alarm.show"])</button>
    <button id="distress-acknowledge" type="button">\(strings["picture.alarm.acknowledge"])</button>
    </p>
    <p id="banner-test" class="banner banner-danger banner-distress" hidden>
    <strong>\(strings["picture.alarm.testing"])</strong>
    <button id="test-heard" type="button">\(strings["picture.alarm.heard"])</button>
    <button id="test-unheard" type="button">\(strings["picture.alarm.unheard"])</button>
    </p>
    <p id="banner-sound" class="banner banner-note" hidden>
    <span id="banner-sound-text"></span>
    <button id="sound-let" type="button">\(strings["picture.alarm.let"])</button>
    </p>
    <p id="banner-frozen" class="banner banner-danger" hidden></p>
    <p id="banner-stale" class="banner banner-danger" hidden></p>
    <p id="banner-storage" class="banner banner-danger" hidden></p>
    <p id="banner-clock" class="banner banner-danger" hidden></p>
    <p id="banner-access" class="banner banner-danger" hidden>
    <span id="banner-access-text"></span> <a href="/sign-in">\(strings["picture.banner.signin"])</a>
    </p>
    <p id="banner-chart" class="banner banner-note" hidden></p>
    </section>
    <p id="alerts" class="hidden-label" role="alert"></p>
    <p id="notes" class="hidden-label" role="status"></p>
    """
  }

  private static func chart(_ strings: Strings) -> HTML {
    """
    <section class="chart" aria-label="\(strings["picture.chart.label"])">
    <div id="map" class="map"></div>
    <div class="chart-tools" role="toolbar" aria-label="\(strings["picture.tools.label"])">
    <button id="tool-measure" type="button" aria-pressed="false" aria-keyshortcuts="m">\(strings["picture.tools.measure"])</button>
    <button id="tool-vectors" type="button" aria-keyshortcuts="v">\(strings["picture.tools.vectors"])</button>
    <button id="tool-coverage" type="button" aria-pressed="false" aria-keyshortcuts="o">\(strings["picture.tools.coverage"])</button>
    <button id="tool-drift" type="button" aria-pressed="false">\(strings["picture.tools.drift"])</button>
    <label id="drift-hours" hidden><span class="hidden-label">\(strings["picture.drift.hour"])</span>
    <input id="drift-hour" type="range" min="0" max="24" step="1" value="0"> <output id="drift-ahead"></output></label>
    <button id="tool-places" type="button" aria-pressed="true" aria-keyshortcuts="p">\(strings["picture.tools.places"])</button>
    <button id="tool-boats" type="button" aria-pressed="true" aria-keyshortcuts="b">\(strings["picture.tools.boats"])</button>
    <button id="tool-table" type="button" aria-haspopup="dialog" aria-keyshortcuts="t">\(strings["picture.tools.table"])</button>
    <button id="tool-home" type="button" aria-keyshortcuts="h">\(strings["picture.tools.home"])</button>
    <button id="tool-in" type="button" aria-label="\(strings["picture.tools.in"])" aria-keyshortcuts="+">+</button>
    <button id="tool-out" type="button" aria-label="\(strings["picture.tools.out"])" aria-keyshortcuts="-">−</button>
    </div>
    <p id="measure-readout" class="chart-readout measure-readout" role="status" hidden></p>
    <div class="chart-foot">
    <span id="cursor-position" class="cursor-position"></span>
    <span id="scale-bar" class="scale-bar"><span id="scale-text"></span></span>
    <span id="vessel-count" class="vessel-count"></span>
    <span id="boat-count" class="boat-count"></span>
    <span id="coverage-note" class="coverage-note"></span>
    <span class="chart-caution">\(strings["picture.chart.caution"])</span>
    <span id="chart-attribution" class="chart-attribution"></span>
    </div>
    </section>
    """
  }

  private static func panel(_ strings: Strings) -> HTML {
    """
    <aside class="panel" aria-label="\(strings["picture.panel.label"])">
    <section class="panel-part panel-vessel" aria-labelledby="vessel-heading">
    <h2 id="vessel-heading" tabindex="-1">\(strings["picture.vessel.none"])</h2>
    <div class="panel-actions">
    <button id="vessel-centre" type="button" hidden aria-keyshortcuts="c">\(strings["picture.vessel.centre"])</button>
    <button id="vessel-close" type="button" hidden>\(strings["picture.vessel.close"])</button>
    </div>
    <p id="vessel-hint" class="muted">\(strings["picture.vessel.hint"])</p>
    <div id="vessel-notes"></div>
    <dl id="vessel-details" class="details" hidden></dl>
    <details id="vessel-why" hidden>
    <summary>\(strings["picture.why.heading"])</summary>
    <ul id="why-sensors" class="plain-list"></ul>
    <h3>\(strings["picture.why.observations"])</h3>
    <ul id="why-observations" class="plain-list"></ul>
    <form id="join-form" class="filter">
    <label for="join-mmsi">\(strings["picture.join.label"])</label>
    <input id="join-mmsi" inputmode="numeric" maxlength="9" size="10">
    <button type="submit" value="together">\(strings["picture.join.together"])</button>
    <button type="submit" value="apart">\(strings["picture.join.apart"])</button>
    <button type="submit" value="undone">\(strings["picture.join.undone"])</button>
    </form>
    <h3>\(strings["picture.small.heading"])</h3>
    <ul id="why-small" class="plain-list"></ul>
    </details>
    <p id="vessel-trail" class="muted" hidden></p>
    </section>
    \(alertsPanel(strings))
    \(logPanel(strings))
    <section class="panel-part panel-feeds" aria-labelledby="feeds-heading">
    <h2 id="feeds-heading">\(strings["picture.feeds.heading"])</h2>
    <ul id="feeds-list" class="feeds-list"></ul>
    <p><a href="/health">\(strings["health.title"])</a></p>
    </section>
    <section class="panel-part panel-alarm" aria-labelledby="alarm-heading">
    <h2 id="alarm-heading">\(strings["picture.alarm.heading"])</h2>
    <p id="alarm-state" class="muted"></p>
    <p id="alarm-result" class="muted" role="status"></p>
    <button id="alarm-test" type="button" aria-keyshortcuts="y">\(strings["picture.alarm.test"])</button>
    </section>
    </aside>
    """
  }

  private static func alertsPanel(_ strings: Strings) -> HTML {
    """
    <section class="panel-part panel-alerts" aria-labelledby="alerts-heading">
    <h2 id="alerts-heading">\(strings["alerts.title"]) <span id="alerts-count" class="count"></span></h2>
    <p id="alerts-note" class="muted"></p>
    <ol id="alerts-list" class="alert-list"></ol>
    <p><a href="/alerts">\(strings["alerts.page"])</a></p>
    </section>
    """
  }

  private static func logPanel(_ strings: Strings) -> HTML {
    """
    <section class="panel-part panel-log" aria-labelledby="log-heading">
    <h2 id="log-heading">\(strings["picture.log.heading"])</h2>
    <form id="log-form" class="log-form">
    <label for="log-text">\(strings["picture.log.label"])</label>
    <textarea id="log-text" rows="2" maxlength="4000" aria-describedby="log-hint" aria-keyshortcuts="l"></textarea>
    <p id="log-hint" class="muted">\(strings["picture.log.hint"])</p>
    <p class="log-about" id="log-about" hidden>
    <label><input type="checkbox" id="log-attach" checked> <span id="log-attach-text"></span></label>
    </p>
    <p><label><input type="checkbox" id="log-distress"> \(strings["picture.log.distress"])</label></p>
    <p id="log-error" class="field-error" role="alert" hidden></p>
    <button id="log-save" type="submit">\(strings["picture.log.save"])</button>
    </form>
    <ol id="log-list" class="log-list" aria-label="\(strings["picture.log.list"])"></ol>
    <p><a id="log-all" href="/log">\(strings["picture.log.all"])</a></p>
    </section>
    """
  }

  private static func timebar(_ strings: Strings) -> HTML {
    """
    <footer class="timebar" aria-label="\(strings["picture.time.label"])">
    <button id="time-back" type="button" aria-keyshortcuts="[" aria-label="\(strings["picture.time.back"])">−10</button>
    <label class="hidden-label" for="time-slider">\(strings["picture.time.slider"])</label>
    <input id="time-slider" class="time-slider" type="range" min="-1440" max="0" step="1" value="0">
    <button id="time-forward" type="button" aria-keyshortcuts="]" aria-label="\(strings["picture.time.forward"])">+10</button>
    <form id="time-form" class="time-form">
    <label for="time-input">\(strings["picture.time.goto"])</label>
    <input id="time-input" type="text" inputmode="numeric" autocomplete="off" spellcheck="false" \
    placeholder="2026-11-21 02:31" aria-describedby="time-error" aria-keyshortcuts="g" size="17">
    <button type="submit">\(strings["picture.time.go"])</button>
    </form>
    <p id="time-error" class="field-error" role="alert" hidden></p>
    <span id="time-state" class="time-state"></span>
    </footer>
    """
  }

  private static func help(_ strings: Strings) -> HTML {
    """
    <dialog id="help-dialog" class="sheet" aria-labelledby="help-heading">
    <h2 id="help-heading">\(strings["picture.help.heading"])</h2>
    <table class="keys">
    <caption class="hidden-label">\(strings["picture.help.heading"])</caption>
    <thead><tr><th scope="col">\(strings["picture.help.key"])</th><th scope="col">\(strings["picture.help.does"])</th></tr></thead>
    <tbody id="help-keys"></tbody>
    </table>
    <p><label><input type="checkbox" id="keys-on" checked> \(strings["picture.help.single"])</label></p>
    <h3>\(strings["picture.help.symbols"])</h3>
    <ul id="help-symbols" class="legend"></ul>
    <p class="muted">\(strings["picture.chart.sources"])</p>
    <form method="dialog"><button>\(strings["picture.help.close"])</button></form>
    </dialog>
    """
  }

  private static func table(_ strings: Strings) -> HTML {
    let columns = ["name", "class", "position", "course", "speed", "heard", "status"].map { column -> HTML in
      "<th scope=\"col\">\(strings["picture.table.\(column)"])</th>"
    }
    return """
      <dialog id="table-dialog" class="sheet sheet-wide" aria-labelledby="table-heading">
      <h2 id="table-heading">\(strings["picture.table.heading"])</h2>
      \(boatTables(strings))
      <p id="table-note" class="muted"></p>
      <div class="table-scroll" tabindex="0" role="region" aria-labelledby="table-heading">
      <table class="data">
      <thead><tr>\(columns)</tr></thead>
      <tbody id="table-rows"></tbody>
      </table>
      </div>
      <form method="dialog"><button>\(strings["picture.help.close"])</button></form>
      </dialog>
      """
  }
}
