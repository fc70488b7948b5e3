import HTTPTypes

/// Every route that names an object, with one that is there, one that is there and hidden from everyone but the police, and
/// one that is not; `-` where nothing of the kind can be hidden.
///
/// A line: method, route, what is sent, and the three names in turn. `{…}` stands for what the test makes: an entry of the
/// log, a hidden one, somebody's token and stream. An object that begins with `/` is the whole address.
enum ObjectTable {
  struct Row: Sendable, CustomStringConvertible {
    var method: HTTPRequest.Method
    var route: String
    var sent: String
    var present: String
    var hidden: String?
    var absent: String
    var description: String { "\(method) \(route)" }
  }

  static let text = """
    GET  /record/{sequence}           -                             {entry}    {hidden}  999999
    POST /people/{name}/reset         form                          nina       -         nobody.here
    POST /people/{name}/disable       form                          nina       -         nobody.here
    POST /people/{name}/enable        form                          nina       -         nobody.here
    POST /people/{name}/identity      form                          nina       -         nobody.here
    POST /people/{name}/part          form                          nina       -         nobody.here
    POST /account/tokens/{id}/revoke  form                          {token}    -         none
    GET  /api/tracks/{id}             -                             235012345  -         999999999
    POST /api/tracks/{id}/identity    {"mmsi":1,"word":"undone"}    S1         -         S999
    GET  /api/tracks/{id}/path        -                             235012345  -         999999999
    POST /api/stream/{id}/view        {"boxes":[]}                  {stream}   -         none
    POST /alerts/{id}                 form                          {alert}    -         none
    POST /alerts/{id}/report          form                          {alert}    -         none
    POST /api/alerts/{id}/report      {}                            {alert}    -         none
    POST /api/alerts/{id}/acknowledge  {}                           {alert}    -         none
    POST /api/alerts/{id}/hand-over   {"to":"x"}                    {alert}    -         none
    POST /api/alerts/{id}/resolve     {"note":"x"}                  {alert}    -         none
    POST /api/log                     {"text":"x","correctionOf":@}  {entry}    {hidden}  999999
    GET  /log                         -                             ?correct={entry}  ?correct={hidden}  ?correct=999999
    GET  /api/log                     -                             ?before={entry}   -  ?before=-1
    GET  /ogc/collections/{id}/items/{feature}  -  /ogc/collections/tracks/items/235012345  -  \
    /ogc/collections/tracks/items/999999999
    GET  /ogc/collections/{id}/items/{feature}  -  /ogc/collections/log/items/{entry}  /ogc/collections/log/items/{hidden}  \
    /ogc/collections/log/items/999999
    GET  /ogc/collections/{id}/items  -  /ogc/collections/log/items?after={entry}  -  /ogc/collections/log/items?after=-1
    """

  /// Routes that name something which is nobody's: files, texts and collections for everyone, and what a desk shows of the
  /// trees of ledgers, to everyone or to nobody.
  static let open: Set<String> = [
    "POST /rules/{id}", "POST /rules/{id}/try",
    // Boats and reports are known to everyone on watch, so none of them can be hidden.
    "GET /incidents/{id}", "GET /incidents/{id}/log", "POST /incidents/{id}/{act}", "GET /contacts/{id}",
    "POST /contacts/{id}/{act}",
    "GET /incidents/{id}/drift", "GET /incidents/{id}/search", "GET /api/incidents/{id}/drift",
    "GET /api/incidents/{id}/drift.tif", "GET /api/incidents/{id}/search",
    "GET /api/incidents/{id}/searches/{search}/{format}",
    // Published totals are the same for everyone who may see statistics.
    "GET /statistics/series/{id}", "GET /api/charts/{chart}", "GET /statistics/publications/{id}/{file}",
    "GET /static/**", "GET /strings/{file}", "GET /ogc/collections/{id}", "GET /tlog/tile/**",
    "GET /witness/{origin}/checkpoint",
  ]

  static let rows: [Row] = text.split(separator: "\n").compactMap { line in
    let words = line.split(separator: " ").map(String.init)
    guard words.count == 6, let method = HTTPRequest.Method(words[0]) else { return nil }
    return Row(
      method: method, route: words[1], sent: words[2], present: words[3], hidden: words[4] == "-" ? nil : words[4],
      absent: words[5])
  }
}
