import HTTPTypes
import Operations

/// Every route of the desk and what each kind of visitor gets from it.
///
/// A line: method, route, what is asked (`-` for the route itself), what is sent (`-` for nothing), and the status for a
/// stranger, a watch officer, an administrator, a statistician, an inspector, a program that may read the picture, and a
/// program that may read statistics.
enum RouteTable {
  static let visitors = ["stranger", "officer", "administrator", "statistician", "inspector", "reader", "counter"]

  struct Row: Sendable, CustomStringConvertible {
    var method: HTTPRequest.Method
    var route: String
    var asked: String
    var sent: String?
    var statuses: [Int]
    var description: String { "\(method) \(asked)" }
  }

  static let text = """
    GET  /healthz                     -                          -  200 200 200 200 200 200 200
    GET  /readyz                      -                          -  200 200 200 200 200 200 200
    GET  /health                      -                          -  200 200 200 200 200 200 200
    GET  /metrics                     -                          -  200 200 200 200 200 200 200
    GET  /static/**                   /static/web/desk.css       -  200 200 200 200 200 200 200
    GET  /static/**                   /static/web/none.css       -  404 404 404 404 404 404 404
    GET  /strings/{file}              /strings/fr.json           -  200 200 200 200 200 200 200
    GET  /strings/{file}              /strings/de.json           -  404 404 404 404 404 404 404
    GET  /api/openapi.json            -                          -  200 200 200 200 200 200 200
    GET  /                            -                          -  303 303 303 303 303 303 303
    GET  /sign-in                     -                          -  200 303 303 303 303 200 200
    POST /sign-in                     -      name=nobody&password=x  401 401 401 401 401 401 401
    POST /sign-out                    -                          &  303 303 303 303 303 403 403
    GET  /password                    -                          -  303 200 200 200 200 404 404
    POST /password                    -              new=a&again=b  303 400 400 400 400 403 403
    GET  /picture                     -                          -  303 200 403 403 200 200 403
    GET  /picture          /picture?at=2021-11-24T01:48:00Z      -  303 200 403 403 200 200 403
    GET  /log                         -                          -  303 200 403 403 200 403 403
    POST /log                         -                     text=x  303 303 403 403 403 403 403
    POST /log                         -             text=x&about=y  303 400 400 400 400 403 403
    GET  /alerts                      -                          -  303 200 403 403 200 200 403
    GET  /alerts                      /alerts?state=all          -  303 200 403 403 200 200 403
    POST /alerts/{id}                 /alerts/none               &  303 400 400 400 400 403 403
    POST /alerts/{id}                 /alerts/none  stage=acknowledged  303 404 403 403 403 403 403
    POST /alerts/{id}/report          /alerts/none/report        &  303 404 403 403 403 403 403
    GET  /contact-import              -                          -  303 200 403 200 200 403 403
    POST /contact-import              -                          &  303 400 400 400 400 403 403
    POST /contact-import              -      rows={"text":"x"}      303 200 403 403 403 403 403
    GET  /incidents                   -                          -  303 200 403 200 200 403 403
    GET  /incidents                   /incidents?state=all       -  303 200 403 200 200 403 403
    GET  /incidents/report            -                          -  303 200 403 200 200 403 403
    POST /incidents/report            -                          &  303 303 403 403 403 403 403
    GET  /incidents/{id}              /incidents/none            -  303 404 403 404 404 403 403
    GET  /incidents/{id}/log          /incidents/none/log        -  303 404 403 404 404 403 403
    GET  /incidents/{id}/drift        /incidents/none/drift      -  303 404 403 404 404 403 403
    GET  /incidents/{id}/search       /incidents/none/search     -  303 404 403 404 404 403 403
    POST /incidents/{id}/{act}        /incidents/none/note  text=x  303 404 403 403 403 403 403
    POST /incidents/{id}/{act}        /incidents/none/none       &  303 404 404 404 404 403 403
    GET  /contacts/{id}               /contacts/none             -  303 404 403 404 404 403 403
    POST /contacts/{id}/{act}         /contacts/none/tie         &  303 404 403 403 403 403 403
    GET  /assets                      -                          -  303 200 403 200 200 403 403
    POST /assets                      -                          &  303 400 400 400 400 403 403
    GET  /handover                    -                          -  303 200 403 200 200 403 403
    POST /handover                    -                  to=x&text=y  303 303 403 403 403 403 403
    GET  /rules                       -                          -  303 200 403 403 200 200 403
    POST /rules/{id}                  /rules/drifting            &  303 303 403 403 403 403 403
    POST /rules/{id}                  /rules/none                &  303 404 403 403 404 403 403
    POST /rules/{id}                  /rules/drifting     speed=x   303 400 403 403 400 403 403
    POST /rules/{id}/try              /rules/drifting/try        &  303 200 403 403 200 403 403
    GET  /places                      -                          -  303 200 403 403 200 200 403
    POST /places                      -    name=x&use=guarded&corners=51N001E  303 400 403 403 400 403 403
    POST /places       -    name=x&corners=[[1,51],[1.1,51],[1.1,51.1]]  303 303 403 403 403 403 403
    POST /places                      -             id=none&name=x  303 404 403 403 404 403 403
    POST /places/remove               -                    id=none  303 404 403 403 404 403 403
    GET  /sensors                     -                          -  303 200 403 403 200 200 403
    POST /sensors                     -         name=x&kind=none    303 400 403 403 400 403 403
    POST /sensors                     -         name=x&kind=camera  303 303 403 403 403 403 403
    POST /sensors/take-out            -                  name=none  303 404 403 403 404 403 403
    POST /weather                     -          seaState=4&wind=x  303 400 403 403 400 403 403
    POST /weather                     -         seaState=4&wind=20  303 303 403 403 403 403 403
    GET  /statistics                  -                          -  303 200 403 200 200 403 200
    GET  /statistics/import           -                          -  303 403 403 200 403 403 403
    POST /statistics/import           -                          &  303 403 403 403 403 403 403
    GET  /statistics/publications/{id}/{file}  /statistics/publications/none/a.ods  -  303 404 403 404 404 403 404
    POST /statistics/publish          -           publication=none  303 404 403 404 404 403 403
    GET  /outlook                     -                          -  303 200 403 200 200 403 200
    GET  /outlook                     /outlook?series=none       -  303 404 403 404 404 403 404
    GET  /outlook/warnings            -                          -  303 200 403 200 200 403 200
    GET  /outlook/backlog             -                          -  303 200 403 200 200 403 200
    GET  /outlook/backlog             /outlook/backlog?open=x    -  303 400 403 400 400 403 400
    GET  /outlook/map                 -                          -  303 200 403 200 200 403 200
    GET  /statistics/series/{id}      /statistics/series/none    -  303 404 403 404 404 403 404
    POST /statistics/withdraw   -   series=none&released=2021-11-01&reason=x  303 403 403 404 403 403 403
    POST /statistics/schedule         -                      due=x  303 400 403 400 400 403 403
    POST /statistics/schedule   -   id=a&due=2099-01-01T00:00:00Z  303 403 403 400 403 403 403
    POST /statistics/early-access     -           publication=none  303 403 403 404 403 403 403
    GET  /record                      -                          -  303 403 403 403 200 403 403
    GET  /record/{sequence}           /record/1                  -  303 403 403 403 200 403 403
    GET  /record/{sequence}           /record/999999             -  303 403 403 403 404 403 403
    GET  /people                      -                          -  303 403 200 403 200 403 403
    POST /people                      - name=&agency=police&role=analyst  303 400 400 400 400 403 403
    POST /people                   - name={new}&agency=police&role=analyst  303 403 200 403 403 403 403
    POST /people/{name}/reset         /people/nina/reset         &  303 403 200 403 403 403 403
    POST /people/{name}/reset         /people/nobody.here/reset  &  303 403 404 403 403 403 403
    POST /people/{name}/disable       /people/nina/disable       &  303 403 303 403 403 403 403
    POST /people/{name}/enable        /people/nina/enable        &  303 403 303 403 403 403 403
    POST /people/{name}/identity      /people/nina/identity    subject={new}  303 403 303 403 403 403 403
    POST /people/{name}/identity      /people/nobody.here/identity  subject=x  303 403 404 403 403 403 403
    POST /people/{name}/part          /people/nina/part          &  303 403 303 403 403 403 403
    POST /people/{name}/part          /people/nobody.here/part   &  303 403 404 403 403 403 403
    GET  /sign-in/provider            -                          -  303 303 303 303 303 303 303
    GET  /sign-in/provider/callback   /sign-in/provider/callback?state=x&code=y  -  403 403 403 403 403 403 403
    GET  /sign-out/provider           -                          -  303 303 303 303 303 303 303
    GET  /account                     -                          -  303 200 200 200 200 404 404
    POST /account/purpose             -     purpose=administration  303 303 303 303 303 403 403
    POST /account/purpose             -     purpose=investigation  303 403 403 403 403 403 403
    POST /account/authenticator       -                 step=offer  303 200 200 200 200 403 403
    POST /account/authenticator       -               step=nothing  303 400 400 400 400 403 403
    POST /account/tokens/{id}/revoke  /account/tokens/{token}/revoke  &  303 303 303 403 403 403 403
    POST /account/tokens/{id}/revoke  /account/tokens/none/revoke  &  303 403 404 403 403 403 403
    GET  /api/picture                 -                          -  401 200 403 403 200 200 403
    GET  /api/picture     /api/picture?at=2021-11-24T01:48:00Z   -  401 200 403 403 200 200 403
    GET  /api/picture                 /api/picture?at=yesterday  -  401 400 400 400 400 400 400
    GET  /api/picture                 /api/picture?box=1,2,3     -  401 400 400 400 400 400 400
    GET  /api/tracks/{id}             /api/tracks/235012345      -  401 200 403 403 200 200 403
    GET  /api/tracks/{id}             /api/tracks/999999999      -  401 404 403 403 404 404 403
    GET  /api/tracks/{id}             /api/tracks/a-b            -  401 404 404 404 404 404 404
    GET  /api/tracks/{id}/path        /api/tracks/235012345/path  -  401 200 403 403 200 200 403
    GET  /api/tracks/{id}/path  /api/tracks/235012345/path?from=2021-11-25T00:00:00Z  -  401 400 400 400 400 400 400
    POST /api/tracks/{id}/identity  /api/tracks/S9/identity  {"mmsi":235012345,"word":"apart"}  401 404 403 403 403 403 403
    POST /api/tracks/{id}/identity  /api/tracks/S9/identity  {"mmsi":1,"word":"x"}  401 400 400 400 400 400 400
    GET  /api/search                  /api/search?q=titan        -  401 200 403 403 200 200 403
    GET  /api/position                /api/position?q=51N001E    -  401 200 200 200 200 200 200
    GET  /api/position                -                          -  401 400 400 400 400 400 400
    GET  /api/log                     -                          -  401 200 403 403 200 403 403
    GET  /api/log                     /api/log?before=x          -  401 400 400 400 400 400 400
    POST /api/log                     -             {"text":"x"}    401 201 403 403 403 403 403
    POST /api/log                     -             {"text":""}     401 400 403 403 403 403 403
    POST /api/log                     -             {"words":"x"}   401 400 400 400 400 400 400
    POST /api/log       -     {"text":"x","correctionOf":99999}     401 404 403 403 403 403 403
    GET  /api/unaccounted             -                          -  401 200 200 200 200 200 200
    GET  /api/incidents               -                          -  401 200 403 200 200 403 403
    GET  /api/boats                   -                          -  401 200 403 200 200 403 403
    GET  /api/boats                   /api/boats?at=yesterday    -  401 400 400 400 400 400 400
    GET  /api/alarms                  -                          -  401 200 403 200 200 403 403
    POST /api/alarms/heard            -  {"keys":["report:x"]}      401 200 403 403 403 403 403
    POST /api/alarms/heard            -                         {}  401 400 400 400 400 400 400
    POST /contacts/{id}/{act}         /contacts/none/read        &  303 303 403 403 403 403 403
    GET  /api/drift                   -                          -  401 200 403 200 200 403 403
    GET  /api/drift                   /api/drift?hour=x          -  401 400 400 400 400 400 400
    GET  /api/incidents/{id}/drift    /api/incidents/none/drift  -  401 404 403 404 404 403 403
    GET  /api/incidents/{id}/drift    /api/incidents/none/drift?at=x  -  401 400 400 400 400 400 400
    GET  /api/incidents/{id}/drift.tif  /api/incidents/none/drift.tif  -  401 404 403 404 404 403 403
    GET  /api/incidents/{id}/search   /api/incidents/none/search  -  401 404 403 404 404 403 403
    GET  /api/incidents/{id}/searches/{search}/{format}  /api/incidents/none/searches/none/gpx  -  401 404 403 404 404 403 403
    POST /api/contacts                -  {"statement":{"channel":"call"}}  401 200 403 403 403 403 403
    POST /api/contacts                -                         {}  401 400 400 400 400 400 400
    GET  /api/alerts                  -                          -  401 200 403 403 200 200 403
    GET  /api/coverage                -                          -  401 200 403 403 200 200 403
    GET  /api/places                  -                          -  401 200 403 403 200 200 403
    GET  /api/alerts                  /api/alerts?state=x        -  401 400 400 400 400 400 400
    POST /api/alerts/{id}/acknowledge  /api/alerts/none/acknowledge  {}  401 404 403 403 403 403 403
    POST /api/alerts/{id}/hand-over   /api/alerts/none/hand-over  {"to":"x"}  401 404 403 403 403 403 403
    POST /api/alerts/{id}/report      /api/alerts/none/report    {}  401 404 403 403 403 403 403
    POST /api/alerts/{id}/resolve     /api/alerts/none/resolve   {"note":"x"}  401 404 403 403 403 403 403
    POST /api/alerts/{id}/resolve     /api/alerts/none/resolve   {"note":1}  401 400 400 400 400 400 400
    GET  /api/record                  -                          -  401 403 403 403 200 403 403
    GET  /api/record                  /api/record?limit=many     -  401 400 400 400 400 400 400
    GET  /api/statistics              -                          -  401 200 403 200 200 403 200
    GET  /api/flows                   -                          -  401 200 403 200 200 403 200
    GET  /api/charts/{chart}          /api/charts/published?series=none  -  401 404 403 404 404 403 404
    GET  /api/charts/{chart}          /api/charts/published      -  401 400 400 400 400 400 400
    GET  /api/charts/{chart}          /api/charts/none?series=none  -  401 404 404 404 404 404 404
    GET  /api/status                  -                          -  401 200 200 200 200 200 200
    GET  /api/stream                  -                          -  401 200 403 403 200 200 403
    POST /api/stream/{id}/view        /api/stream/none/view  {"boxes":[]}  401 404 404 404 404 404 404
    POST /api/stream/{id}/view     /api/stream/none/view  {"boxes":[[9]]}  401 400 400 400 400 400 400
    GET  /tlog/checkpoint             -                          -  200 200 200 200 200 200 200
    GET  /tlog/tile/**                /tlog/tile/0/000.p/1       -  200 200 200 200 200 200 200
    GET  /tlog/tile/**                /tlog/tile/0/999           -  404 404 404 404 404 404 404
    GET  /tlog/tile/**                /tlog/tile/entries/000     -  404 404 404 404 404 404 404
    POST /witness/add-checkpoint      -                         x=  400 400 400 400 400 400 400
    GET  /witness/{origin}/checkpoint  /witness/00/checkpoint    -  404 404 404 404 404 404 404
    GET  /witness                     -                          -  303 403 200 403 200 403 403
    GET  /paper                       -                          -  303 200 403 403 200 403 403
    GET  /paper          /paper?at=2021-11-24T01:48:00Z          -  303 200 403 403 200 403 403
    GET  /paper.css                   -                          -  200 200 200 200 200 200 200
    GET  /ogc                         -                          -  200 200 200 200 200 200 200
    GET  /ogc/conformance             -                          -  200 200 200 200 200 200 200
    GET  /ogc/api                     -                          -  200 200 200 200 200 200 200
    GET  /ogc/collections             -                          -  401 200 200 200 200 200 200
    GET  /ogc/collections/{id}        /ogc/collections/tracks    -  401 200 200 200 200 200 200
    GET  /ogc/collections/{id}        /ogc/collections/none      -  401 404 404 404 404 404 404
    GET  /ogc/collections/{id}/items  /ogc/collections/tracks/items  -  401 200 403 403 200 200 403
    GET  /ogc/collections/{id}/items  /ogc/collections/log/items  -  401 200 403 403 200 403 403
    GET  /ogc/collections/{id}/items  /ogc/collections/none/items  -  401 404 404 404 404 404 404
    GET  /ogc/collections/{id}/items  /ogc/collections/log/items?bbox=1  -  401 400 400 400 400 400 400
    GET  /ogc/collections/{id}/items/{feature}  /ogc/collections/tracks/items/235012345  -  401 200 403 403 200 200 403
    GET  /ogc/collections/{id}/items/{feature}  /ogc/collections/tracks/items/999999999  -  401 404 403 403 404 404 403
    GET  /ogc/collections/{id}/items/{feature}  /ogc/collections/log/items/999999  -  401 404 403 403 404 403 403
    """

  static let rows: [Row] = text.split(separator: "\n").compactMap { line in
    let words = line.split(separator: " ").map(String.init)
    guard words.count == 4 + visitors.count, let method = HTTPRequest.Method(words[0]) else { return nil }
    return Row(
      method: method, route: words[1], asked: words[2] == "-" ? words[1] : words[2],
      sent: words[3] == "-" ? nil : words[3], statuses: words.dropFirst(4).compactMap { Int($0) })
  }
}
