package import Foundation
package import Geodesy

/// The names by which callers and officers on both shores call places of the strait, in English and French.
///
/// The places are a data file beside this module, `Gazetteer/strait-names.json`: positions rounded to about a kilometre (marks of
/// the chart to a hundred metres), good for understanding a caller and for nothing else. A test holds the file to its form.
enum Gazetteer {
  /// A place of the file.
  private struct Entry: Decodable {
    var name: String
    var others: [String]
    var latitude: Double
    var longitude: Double
  }

  /// The places of the strait.
  static let strait: [NamedPlace] = {
    let entries = try? JSONDecoder().decode([Entry].self, from: Data(PackageResources.strait_names_json))
    return (entries ?? []).compactMap { entry in
      Position(latitudeDegrees: entry.latitude, longitudeDegrees: entry.longitude)
        .map { NamedPlace(name: entry.name, otherNames: entry.others, position: $0) }
    }
  }()
}

/// What positions are read by, for commands that have no desk.
package enum PositionGround {
  /// The waters, shores and names of the strait.
  ///
  /// - Parameter share: the folder with the chart's coastline; without it no position is known to lie on land.
  package static func context(share: URL?) -> PositionContext { WatchGround(share: share).positionContext }
}
