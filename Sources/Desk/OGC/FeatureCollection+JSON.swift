extension FeatureCollection {
  func links(_ addresses: FeatureAddresses) -> [FeatureLink] {
    let path = "/collections/\(rawValue)"
    return addresses.selfAndOther(path, .json, json: "application/json") + [
      addresses.link("\(path)/items?f=json", "items", title, type: FeatureDescription.geoJSON),
      addresses.link("\(path)/items?f=html", "items", title, type: "text/html"),
    ]
  }

  /// Writes its description (OGC 17-069r4, section 7.14).
  func write(to json: inout JSONText, _ addresses: FeatureAddresses) {
    json.object { json in
      json.key("id")
      json.string(rawValue)
      json.key("title")
      json.string(title)
      json.key("description")
      json.string(summary + " " + datetimeMeaning)
      json.key("itemType")
      json.string("feature")
      json.key("crs")
      json.array { $0.string(FeatureQuery.crs84) }
      // The same for everyone: where and when there is something is itself something to know.
      json.key("extent")
      json.object { json in
        json.key("spatial")
        json.object { json in
          json.key("bbox")
          json.array { $0.array { json in for edge in [-180, -90, 180, 90] { json.integer(edge) } } }
          json.key("crs")
          json.string(FeatureQuery.crs84)
        }
        json.key("temporal")
        json.object { json in
          json.key("interval")
          json.array { json in
            json.array { json in
              json.null()
              json.null()
            }
          }
        }
      }
      FeatureLink.write(links(addresses), to: &json)
    }
  }
}
