import ArgumentParser
import Desk
import Foundation

/// `foreland basemap`: makes the GSHHG coastline ready for the chart.
struct BasemapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "basemap",
    abstract: "Prepare the coastline that the chart draws.",
    discussion: """
      Reads the GSHHG files that scripts/fetch-assets brings, and writes the world at low, a region at intermediate and \
      a centre's own waters at full detail. Coastline: GSHHG, Wessel and Smith 1996, LGPL.
      """)

  @Option(help: "Folder with gshhs_l.dat, gshhs_i.dat, gshhs_f.dat and their indexes.")
  var source = "share/vendor/gshhg"

  @Option(help: "Folder to write to.")
  var out = "share/chart/prepared"

  @Option(help: "Waters at intermediate detail, as south,west,north,east in degrees.", transform: box)
  var region = ChartBox.channelAndNorthSea

  @Option(help: "Waters at full detail, as south,west,north,east in degrees.", transform: box)
  var centre = ChartBox.doverStraitAndChannel

  func run() throws {
    do {
      let report = try Basemap.prepare(
        from: URL(fileURLWithPath: source, isDirectory: true), into: URL(fileURLWithPath: out, isDirectory: true),
        plan: BasemapPlan(region: region, centre: centre))
      FileHandle.standardError.write(Data((report.text + "\n").utf8))
    } catch let error as BasemapError {
      FileHandle.standardError.write(Data("foreland basemap: \(error)\n".utf8))
      throw ExitCode(1)
    }
  }

  private static func box(_ text: String) throws -> ChartBox {
    guard let box = ChartBox(text: text) else {
      throw ValidationError("\(text) is no box: give south,west,north,east in degrees, not across the antimeridian")
    }
    return box
  }
}
