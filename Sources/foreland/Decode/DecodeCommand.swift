import ArgumentParser

/// `foreland decode`: sensor data to text, without a store or a desk.
struct DecodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decode", abstract: "Decode sensor data to JSON, GeoJSON or CSV.",
    subcommands: [
      DecodeAIS.self, DecodeNMEA.self, DecodeAsterix.self, DecodeKLV.self, DecodeADSB.self, DecodeBeacon.self,
      DecodeCursorOnTarget.self, DecodeDetections.self,
    ])
}
