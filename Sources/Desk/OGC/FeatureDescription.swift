import Foundation

/// The description of the interface in the form of OpenAPI 3.0, made from the collections, so that it says what they do.
enum FeatureDescription {
  static let type = "application/vnd.oai.openapi+json;version=3.0"
  static let geoJSON = "application/geo+json"
  static let summary = "Tracks and the watch log as features, for the tools that people use on maps."
  static let words =
    "GET only. Coordinates are longitude and latitude on WGS 84. A parameter that is not known is refused. "
    + FeatureCollection.allCases.map { collection in
      "\(collection.title): filters \(collection.filters.sorted().joined(separator: ", ")). \(collection.datetimeMeaning)"
    }.joined(separator: " ")

  /// What of the standard is kept.
  static let classes = ["core", "oas30", "html", "geojson"].map {
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/\($0)"
  }

  static let bytes: [UInt8] = {
    let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try? JSONSerialization.data(withJSONObject: document, options: options)
    return [UInt8](data ?? Data())
  }()

  private typealias Object = [String: Any]

  private static var document: Object {
    var paths: Object = [
      "/": operation("landing", "The landing page", []), "/conformance": operation("conformance", "Conformance", []),
      "/api": operation("description", "This description", [], content: type),
      "/collections": operation("collections", "The collections", [], closed: true),
    ]
    for collection in FeatureCollection.allCases {
      let (path, name) = ("/collections/\(collection.rawValue)", collection.rawValue)
      let feature: Object = ["name": "feature", "in": "path", "required": true, "schema": ["type": "string"]]
      paths[path] = operation("\(name)Collection", collection.title, [], closed: true)
      paths["\(path)/items"] = operation(
        "\(name)Items", collection.summary, parameters(collection), closed: true, content: geoJSON)
      paths["\(path)/items/{feature}"] = operation(
        "\(name)Item", "One of them", [feature], closed: true, content: geoJSON)
    }
    return [
      "openapi": "3.0.3",
      "info": ["title": "Foreland: OGC API - Features", "version": "0.1.0", "description": words] as Object,
      "servers": [["url": "/ogc"]], "paths": paths,
      "security": [["bearer": [String]()], ["session": [String]()]],
      "components": [
        "securitySchemes": [
          "bearer": ["type": "http", "scheme": "bearer"],
          "session": ["type": "apiKey", "in": "cookie", "name": "foreland"],
        ],
        "schemas": [
          "exception": [
            "type": "object", "required": ["code"],
            "properties": ["code": ["type": "string"], "description": ["type": "string"]],
          ] as Object
        ],
      ] as Object,
    ]
  }

  private static func operation(
    _ name: String, _ summary: String, _ parameters: [Object], closed: Bool = false,
    content: String = "application/json"
  ) -> Object {
    let fault: Object = [
      "description": "Refused, with the reason",
      "content": [
        "application/json": ["schema": ["$ref": "#/components/schemas/exception"]],
        "text/html": ["schema": ["type": "string"]],
      ] as Object,
    ]
    let form: Object = [
      "name": "f", "in": "query", "required": false, "description": "The form of the answer",
      "schema": ["type": "string", "enum": ["json", "html"]] as Object,
    ]
    var responses: Object = [
      "200": [
        "description": summary,
        "content": [content: ["schema": ["type": "object"]], "text/html": ["schema": ["type": "string"]]] as Object,
      ] as Object,
      "400": fault,
    ]
    for status in closed ? ["401", "403", "404", "429"] : [] { responses[status] = fault }
    var operation: Object = [
      "operationId": name, "summary": summary, "parameters": parameters + [form], "responses": responses,
    ]
    if !closed { operation["security"] = [Object]() }
    return ["get": operation]
  }

  private static func parameters(_ collection: FeatureCollection) -> [Object] {
    let edges: Object = ["type": "array", "minItems": 4, "maxItems": 6, "items": ["type": "number"]]
    let limit: Object = [
      "type": "integer", "minimum": 1, "maximum": FeatureQuery.greatestLimit, "default": FeatureQuery.usualLimit,
    ]
    let fixed: [(String, String, Object)] = [
      ("limit", "Features in one answer", limit), ("bbox", "west,south,east,north in degrees", edges),
      ("datetime", collection.datetimeMeaning, ["type": "string"]),
      ("after", "Where a page begins; taken from a link", ["type": "string"]),
      ("crs", "The one reference system", ["type": "string", "enum": [FeatureQuery.crs84]]),
      ("bbox-crs", "The one reference system", ["type": "string", "enum": [FeatureQuery.crs84]]),
    ]
    let filters = collection.properties.filter(\.isFilter).map { property -> (String, String, Object) in
      (property.name.description, property.meaning, ["type": property.type.rawValue])
    }
    return (fixed + filters).map { name, meaning, schema in
      var parameter: Object = [
        "name": name, "in": "query", "required": false, "description": meaning, "schema": schema,
      ]
      if name == "bbox" {
        parameter["style"] = "form"
        parameter["explode"] = false
      }
      return parameter
    }
  }
}
