extension PicturePage {
  /// The boats and the reports of the chart as two tables, above the one of the vessels.
  static func boatTables(_ strings: Strings) -> HTML {
    """
    <div id="boat-tables" hidden>
    \(table(strings, "boat", ["phase", "reported", "unaccounted", "lastContact", "position"]))
    \(table(strings, "report", ["boat", "channel", "reported", "received", "position"]))
    </div>
    """
  }

  private static func table(_ strings: Strings, _ name: String, _ columns: [String]) -> HTML {
    let heads = ([name] + columns).map { column -> HTML in
      "<th scope=\"col\">\(strings["picture.boats.head.\(column)"])</th>"
    }
    return """
      <div class="table-scroll" tabindex="0" role="region" aria-labelledby="\(name)-caption">
      <table class="data">
      <caption id="\(name)-caption">\(strings["picture.boats.\(name)s"])</caption>
      <thead><tr>\(heads)</tr></thead>
      <tbody id="\(name)-rows"></tbody>
      </table>
      </div>
      """
  }
}
