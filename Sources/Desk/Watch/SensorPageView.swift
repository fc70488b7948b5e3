import Geodesy
import Operations
import Tracking

struct SensorPageView {
  var frame: Frame
  var sensors: [SensorLine]
  /// The sensors that somebody has taken out.
  var out: [StatedSensor]
  var weather: WatchWeather?
  var now: Instant
  /// What was typed into a form that could not be taken.
  var typed: FormFields?
  var problem: FormFault?
  /// Makes a form, sent twice, one change.
  var key: String

  var strings: Strings { frame.strings }

  var document: HTML {
    let none: HTML = sensors.isEmpty ? "<p class=\"muted\">\(strings["sensors.none"])</p>" : .empty
    let isNewTyped = typed?["seaState"] == nil && typed != nil && !sensors.contains { $0.sensor.name == typed?["name"] }
    let gone = out.map { one -> HTML in
      let words = strings(
        "sensors.out",
        ["name": one.name, "person": one.by, "time": one.said.plainText, "reason": one.note ?? "–"])
      return "<li>\(words)</li>"
    }
    let goneList: HTML = out.isEmpty ? .empty : "<h2>\(strings["sensors.outTitle"])</h2><ul>\(gone)</ul>"
    return Layout.plain(
      frame, title: "sensors.title",
      main: """
        <div class="page-head"><h1>\(strings["sensors.title"])</h1>\(WatchLinks.html(strings, current: "/sensors"))</div>
        \(FormFault.notice(problem, strings))
        \(weatherCard)
        <h2>\(strings["sensors.list"])</h2>
        <p class="lead">\(strings["sensors.intro"])</p>
        \(none)\(sensors.map(item))
        <details class="card" id="new"\(isNewTyped ? " open" : HTML.empty)>
        <summary>\(strings["sensors.new"])</summary>
        \(form(isNewTyped ? values(typed) : [:], prefix: "new"))
        </details>
        \(goneList)
        """)
  }

  // MARK: Weather

  private var weatherCard: HTML {
    let said: HTML =
      weather.map { said in
        let text = WeatherText.words(said, strings, now: now)
        let mark: HTML =
          said.isOld(at: now) ? "<span class=\"mark mark-danger\">\(strings["weather.old"])</span> " : .empty
        return "<p>\(mark)\(text)</p>"
      } ?? "<p>\(strings["weather.none"])</p>"
    func field(_ name: String, _ label: String, _ shape: HTML) -> HTML {
      """
      <div class="field"><label for="weather-\(name)">\(strings["weather.\(label)"])</label>
      <input id="weather-\(name)" name="\(name)" size="8" value="\(typed?[name] ?? "")"\(shape)></div>
      """
    }
    return """
      <section class="card" id="weather"><h2>\(strings["weather.title"])</h2>
      \(said)
      <form class="filter" method="post" action="/weather">
      \(Layout.crossSiteField(frame.person?.crossSiteToken ?? ""))
      <input type="hidden" name="key" value="\(key)-weather">
      \(field("seaState", "sea", " inputmode=\"numeric\" required"))
      \(field("wind", "wind", " inputmode=\"decimal\" required"))
      \(field("windFrom", "windFrom", " inputmode=\"decimal\""))
      \(field("visibility", "visibility", " inputmode=\"decimal\""))
      \(field("water", "water", " inputmode=\"decimal\""))
      \(field("since", "since", " placeholder=\"02:30\""))
      <button type="submit">\(strings["weather.say"])</button>
      </form>
      <p class="field-help">\(strings["weather.help"])</p></section>
      """
  }

  // MARK: Sensors

  private func item(_ line: SensorLine) -> HTML {
    let sensor = line.sensor
    let isTyped = typed?["name"] == sensor.name && typed?["kind"] != nil
    let source =
      line.stated.map {
        strings("sensors.by", ["person": $0.by, "agency": $0.agency, "time": $0.said.plainText])
      } ?? strings["sensors.byItself"]
    let facts = SensorText.facts(line, strings).map { fact -> HTML in "<dt>\(fact.name)</dt><dd>\(fact.value)</dd>" }
    let isWell = line.trouble == nil && line.outage == nil
    return """
      <section class="card" data-sensor="\(sensor.name)" data-state="\(isWell ? "works" : "ill")">
      <h3>\(sensor.name) <span class="muted">\(strings["picture.sensor.\(sensor.kind.rawValue)"])</span></h3>
      <p><strong>\(isWell ? "●" : "▲") \(SensorText.state(line, strings))</strong></p>
      <dl class="details">\(facts)</dl>
      <p class="muted">\(source)</p>
      <details\(isTyped ? " open" : HTML.empty)><summary>\(strings["sensors.change"])</summary>
      \(form(isTyped ? values(typed) : SensorForm.fields(sensor), prefix: sensor.name))
      <form class="filter" method="post" action="/sensors/take-out">
      \(Layout.crossSiteField(frame.person?.crossSiteToken ?? ""))
      <input type="hidden" name="key" value="\(key)-\(sensor.name)-out">
      <input type="hidden" name="name" value="\(sensor.name)">
      <div class="field"><label for="reason-\(sensor.name)">\(strings["watch.reason"])</label>
      <input id="reason-\(sensor.name)" name="reason" maxlength="200" required></div>
      <button type="submit">\(strings["sensors.takeOut"])</button>
      </form>
      </details></section>
      """
  }

  private func values(_ typed: FormFields?) -> [String: String] {
    let names = ["name", "kind", "position", "sectorFrom", "sectorTo"] + Sensor.fields.map(\.name)
    return Dictionary(uniqueKeysWithValues: names.map { ($0, typed?[$0] ?? "") })
  }

  private func form(_ values: [String: String], prefix: String) -> HTML {
    let kinds = Sensor.Kind.allCases.map { kind -> HTML in
      let chosen: HTML = kind.rawValue == values["kind"] ? " selected" : ""
      return "<option value=\"\(kind.rawValue)\"\(chosen)>\(strings["picture.sensor.\(kind.rawValue)"])</option>"
    }
    func field(_ name: String, size: Int = 8, _ shape: HTML = " inputmode=\"decimal\"") -> HTML {
      """
      <div class="field"><label for="\(name)-\(prefix)">\(strings["sensors.field.\(name)"])</label>
      <input id="\(name)-\(prefix)" name="\(name)" size="\(size)" value="\(values[name] ?? "")"\(shape)></div>
      """
    }
    // The name is by what a sensor is known; another name is another sensor.
    let name: HTML =
      prefix == "new"
      ? field("name", size: 20, " maxlength=\"64\" required")
      : "<input type=\"hidden\" name=\"name\" value=\"\(values["name"] ?? "")\">"
    return """
      <form class="form" method="post" action="/sensors">
      \(Layout.crossSiteField(frame.person?.crossSiteToken ?? ""))
      <input type="hidden" name="key" value="\(key)-\(prefix)">
      <div class="fields">\(name)
      <div class="field"><label for="kind-\(prefix)">\(strings["sensors.field.kind"])</label>
      <select id="kind-\(prefix)" name="kind">\(kinds)</select></div>
      \(field("position", size: 28, .empty))
      \(field("sectorFrom"))\(field("sectorTo"))
      \(Sensor.fields.map { field($0.name) })
      </div>
      <p class="field-help">\(strings["sensors.help"])</p>
      <div class="buttons"><button type="submit">\(strings["sensors.save"])</button></div>
      </form>
      """
  }
}
