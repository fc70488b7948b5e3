import Feeds
import Tracking

extension Night {
  /// Which feed stands where in `feeds`.
  enum FeedPlace: Int, CaseIterable {
    case transponders, radarDover, radarGrisNez, droneMetadata, droneDetections, satellite, aircraft, distress, beacon
  }

  /// The feeds of the night: AIS first, then the sensors. A sensor that cannot work in the weather has a feed without
  /// bytes.
  public var feeds: [NightFeed] {
    FeedPlace.allCases.map { feed in
      switch feed {
      case .transponders: NightFeed(name: "EXERCISE AIS", format: .nmea, sensor: nil, fileName: "ais.nmea")
      case .radarDover: Self.feed(of: RadarSite.dover, conditions, fileName: "radar-dover.ast")
      case .radarGrisNez: Self.feed(of: RadarSite.grisNez, conditions, fileName: "radar-gris-nez.ast")
      case .droneMetadata:
        NightFeed(
          name: "EXERCISE DRONE/VIDEO", format: .klv, sensor: nil, fileName: "drone.klv")
      case .droneDetections:
        NightFeed(
          name: "EXERCISE DRONE", format: .detections, sensor: DroneWatch.sensor, fileName: "drone.geojsonl")
      case .satellite:
        NightFeed(
          name: "EXERCISE SATELLITE", format: .detections, sensor: SatellitePass.sensor,
          fileName: "satellite.geojson")
      case .aircraft: NightFeed(name: "EXERCISE AIRCRAFT", format: .adsb, sensor: nil, fileName: "aircraft.avr")
      case .distress: NightFeed(name: "EXERCISE DISTRESS", format: .nmea, sensor: nil, fileName: "distress.nmea")
      case .beacon: NightFeed(name: "EXERCISE BEACON", format: .beacon, sensor: nil, fileName: "beacon.hex")
      }
    }
  }

  private static func feed(of site: RadarSite, _ conditions: SeaConditions, fileName: String) -> NightFeed {
    NightFeed(
      name: site.name, format: .asterix, sensor: RadarPerformance(site, conditions).declaration, fileName: fileName)
  }

  /// Everything that arrives in the night in the order of time.
  ///
  /// - Parameter feeds: the places in `feeds` of those that are wanted; nil for all.
  public func emissions(of feeds: [Int]? = nil) -> NightEmissions {
    NightEmissions(self, feeds: feeds ?? FeedPlace.allCases.map(\.rawValue))
  }

  /// What makes the bytes of a feed; nil for a place where there is none.
  func source(ofFeed place: Int) -> (any FeedSource)? {
    guard let feed = FeedPlace(rawValue: place) else { return nil }
    return switch feed {
    case .transponders: SentenceSource(self)
    case .radarDover: RadarSource(self, .dover)
    case .radarGrisNez: RadarSource(self, .grisNez)
    case .droneMetadata: DroneMetadataSource(self)
    case .droneDetections: DroneDetectionSource(self)
    case .satellite: SatelliteSource(self)
    case .aircraft: AircraftSource(self)
    case .distress: DistressSource(self)
    case .beacon: BeaconSource(self)
    }
  }
}
