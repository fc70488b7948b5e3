import Geodesy

extension KnownAt {
  /// A form that asks for the same page as known at a moment.
  static func form(_ strings: Strings, _ moment: Instant?, path: String) -> HTML {
    """
    <form class="filter" method="get" action="\(path)">
    <div class="field"><label for="at">\(strings["knownAt.label"])</label>
    <input id="at" name="at" placeholder="2026-11-21 02:31" value="\(moment?.iso8601 ?? "")"></div>
    <button type="submit">\(strings["record.filter"])</button>
    </form>
    """
  }
}
