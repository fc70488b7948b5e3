/// The pieces that forms of rescue are made of.
struct FormPieces {
  var frame: Frame
  /// Makes a form, sent twice, one act.
  var key: String

  /// A form in one line.
  func line(_ action: String, _ name: String, button: String, grave: Bool = false, _ fields: [HTML]) -> HTML {
    let style: HTML = grave ? " class=\"grave\"" : .empty
    return """
      <form class="filter" method="post" action="\(action)">
      \(hidden(name))
      \(fields)
      <button\(style) type="submit">\(frame.strings[button])</button>
      </form>
      """
  }

  /// What every form of a signed-in person carries.
  func hidden(_ name: String) -> HTML {
    """
    \(Layout.crossSiteField(frame.person?.crossSiteToken ?? ""))<input type="hidden" name="key" value="\(key)-\(name)">
    """
  }

  func value(_ name: String, _ value: String) -> HTML {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
  }

  /// A field with its label; `id` tells it from others of the same name on a page.
  func field(
    _ name: String, _ id: String, label: String, value: String = "", size: Int = 12, needed: Bool = false,
    numeric: Bool = false, focus: Bool = false, list: String? = nil
  ) -> HTML {
    let extra: HTML =
      "\(needed ? " required" : HTML.empty)\(numeric ? " inputmode=\"numeric\"" : HTML.empty)\(focus ? " autofocus" : HTML.empty)"
    let choices: HTML = list.map { " list=\"\($0)\"" } ?? .empty
    return """
      <div class="field"><label for="\(id)-\(name)">\(frame.strings[label])</label>
      <input id="\(id)-\(name)" name="\(name)" size="\(size)" maxlength="400" autocomplete="off" value="\(value)"\(extra)\(choices)></div>
      """
  }

  func area(_ name: String, _ id: String, label: String, rows: Int = 3, value: String = "", needed: Bool = false)
    -> HTML
  {
    let extra: HTML = needed ? " required" : .empty
    return """
      <div class="field field-wide"><label for="\(id)-\(name)">\(frame.strings[label])</label>
      <textarea id="\(id)-\(name)" name="\(name)" rows="\(rows)" maxlength="7000"\(extra)>\(value)</textarea></div>
      """
  }

  /// A choice among words; the first may be nothing.
  func choice(
    _ name: String, _ id: String, label: String, _ options: [(value: String, text: String)], chosen: String = ""
  ) -> HTML {
    let items = options.map { option -> HTML in
      let mark: HTML = option.value == chosen ? " selected" : .empty
      return "<option value=\"\(option.value)\"\(mark)>\(option.text)</option>"
    }
    return """
      <div class="field"><label for="\(id)-\(name)">\(frame.strings[label])</label>
      <select id="\(id)-\(name)" name="\(name)">\(items)</select></div>
      """
  }
}
