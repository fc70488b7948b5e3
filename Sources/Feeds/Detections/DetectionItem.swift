/// What a column of a table or a member of an object tells about a detection.
public enum DetectionItem: Int, Hashable, Sendable, CaseIterable {
  case time, latitude, longitude, accuracy, length, width, confidence, confidencePercent, label, sensor, image,
    identifier

  /// The item in words.
  public var words: String {
    switch self {
    case .time: "time"
    case .latitude: "latitude in degrees"
    case .longitude: "longitude in degrees"
    case .accuracy: "accuracy in metres"
    case .length: "length in metres"
    case .width: "width in metres"
    case .confidence: "confidence from 0 to 1"
    case .confidencePercent: "confidence in percent"
    case .label: "class"
    case .sensor: "sensor"
    case .image: "image reference"
    case .identifier: "identifier"
    }
  }

  /// Guesses what a name stands for, whatever its case and punctuation; nil for a name that says nothing known.
  ///
  /// `x` and `y` are no guess for longitude and latitude: analyses of images call their pixels so. Nor is a name with another
  /// unit than metres or degrees.
  public init?(guessing name: String) {
    let isPercent = name.contains("%")
    let plain = String(
      decoding: name.lowercased().utf8.filter { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 }, as: UTF8.self)
    guard let item = Self.names[plain] else { return nil }
    self = isPercent && item == .confidence ? .confidencePercent : item
  }

  private static let names: [String: DetectionItem] = {
    let lists: [(DetectionItem, String)] = [
      (
        .time,
        "time timestamp datetime observed observedat acquired acquiredat acquisitiontime detectiontime detectedat "
          + "phenomenontime timeutc utctime utc"
      ),
      (.latitude, "lat latitude latdeg latitudedeg latitudedegrees centroidlat centerlat centrelat detectlat"),
      (
        .longitude,
        "lon lng long longitude londeg longitudedeg longitudedegrees centroidlon centerlon centrelon detectlon"
      ),
      (
        .accuracy,
        "accuracy accuracym accuracymetres accuracymeters uncertainty uncertaintym uncertaintymetres ce "
          + "circularerror horizontalaccuracy positionaccuracy positionerrorm"
      ),
      (
        .length,
        "length lengthm lengthmetres lengthmeters size sizem sizemetres estimatedlength estimatedlengthm vessellengthm"
      ),
      (.width, "width widthm widthmetres widthmeters beam beamm beammetres"),
      (.confidence, "confidence conf score probability detectionscore detectionconfidence"),
      (.confidencePercent, "confidencepercent confidencepct scorepercent probabilitypercent"),
      (.label, "class label classname category objectclass objecttype detectiontype vesselclass"),
      (.sensor, "sensor sensorname camera cameraname satellite platform detector source"),
      (
        .image,
        "image imageref imagereference imageurl imageid imagename chip chipurl thumbnail scene sceneid snapshot picture"
      ),
      (.identifier, "id uid uuid identifier detectionid detectid"),
    ]
    return lists.reduce(into: [:]) { names, list in
      for name in list.1.split(separator: " ") { names[String(name)] = list.0 }
    }
  }()
}
