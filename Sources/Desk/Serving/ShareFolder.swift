public import Foundation

/// Where the desk finds the files that it serves to browsers.
public enum ShareFolder {
  /// The first folder that holds the desk's scripts: the one named, `FORELAND_SHARE`, `share` beside or above the binary, `share`
  /// in the working folder, the system's.
  /// - Returns: nil when none of them does; the desk then still serves its pages and its API, and says what is missing.
  public static func find(named: String?, environment: [String: String]) -> URL? {
    let binary = URL(fileURLWithPath: CommandLine.arguments.first ?? ".").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    // A folder that is named is the one that is meant, even when it does not serve.
    let candidates: [String?] =
      named.map { [$0] } ?? [
        environment["FORELAND_SHARE"], binary.appendingPathComponent("../share/foreland").path, "share",
        "/usr/share/foreland",
      ]
    return candidates.compactMap { $0 }.map { URL(fileURLWithPath: $0, isDirectory: true) }.first { folder in
      FileManager.default.fileExists(atPath: folder.appendingPathComponent("web/desk.css").path)
    }
  }

  /// What is missing from a share folder, in words; empty when everything is there.
  public static func gaps(in folder: URL?) -> [String] {
    guard let folder else {
      return ["The desk's own scripts and styles were not found: name their folder with --share or FORELAND_SHARE."]
    }
    let needed = [
      ("vendor/maplibre/maplibre-gl.js", "The map library is missing: run `make setup`."),
      ("vendor/echarts/echarts.js", "The library of charts is missing: run `make setup`."),
      ("chart/strait.geojson", "The chart's own data is missing: the share folder is incomplete."),
      ("chart/prepared/basemap.json", "The coastline is missing: run `make setup` or `foreland basemap`."),
    ]
    return needed.compactMap { path, message in
      FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path) ? nil : message
    }
  }
}
