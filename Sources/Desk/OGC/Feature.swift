import Geodesy

/// A thing with a place and properties, as OGC API – Features shows it.
struct Feature: Sendable {
  /// The value of a property.
  enum Value: Sendable {
    case text(String?)
    case integer(Int64?)
    case number(Double?, decimals: Int)
    case choice(Bool)

    /// The value as words, as a filter in a query names it; nil when there is none.
    var words: String? {
      switch self {
      case .text(let text): text
      case .integer(let integer): integer.map { String($0) }
      case .number(let number, let decimals):
        number.map { number in
          var json = JSONText()
          json.number(number, decimals: decimals)
          return String(decoding: json.bytes, as: UTF8.self)
        }
      case .choice(let choice): choice ? "true" : "false"
      }
    }
  }

  let id: String
  /// Nil when the thing has no place, or none is known.
  let position: Position?
  let properties: [(name: StaticString, value: Value)]

  /// Writes it as GeoJSON (RFC 7946, section 3.2), longitude first.
  func write(to json: inout JSONText, links: [FeatureLink] = []) {
    json.object { json in
      json.key("type")
      json.string("Feature")
      json.key("id")
      json.string(id)
      json.key("geometry")
      if let position {
        json.object { json in
          json.key("type")
          json.string("Point")
          json.key("coordinates")
          json.array { json in
            json.number(position.longitudeDegrees, decimals: 6)
            json.number(position.latitudeDegrees, decimals: 6)
          }
        }
      } else {
        json.null()
      }
      json.key("properties")
      json.object { json in
        for property in properties {
          json.key(property.name)
          property.value.write(to: &json)
        }
      }
      if !links.isEmpty { FeatureLink.write(links, to: &json) }
    }
  }
}

extension Feature.Value {
  fileprivate func write(to json: inout JSONText) {
    switch self {
    case .text(let text): json.string(text)
    case .integer(let integer): if let integer { json.integer(integer) } else { json.null() }
    case .number(let number, let decimals): json.number(number, decimals: decimals)
    case .choice(let choice): json.boolean(choice)
    }
  }
}
