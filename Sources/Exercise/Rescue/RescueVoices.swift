/// What is heard of one made-up boat: calls, pins, second-hand messages, sightings and the other centre's incidents.
struct RescueVoices {
  private let passage: RescuePassage
  private let number: Int
  private var chance: SeededGenerator

  init(_ passage: RescuePassage, number: Int, _ chance: inout SeededGenerator) {
    self.passage = passage
    self.number = number
    self.chance = SeededGenerator(seed: chance.next())
  }

  /// All reports about the boat.
  mutating func reports(_ shared: inout SeededGenerator) -> [RescueNight.Report] {
    let counts = [0, 1, 1, 2, 2, 3, 3, 4, 5, 5, 7, 9, 12]
    let length = passage.ended - passage.departed
    guard length > 0 else { return [] }
    var reports: [RescueNight.Report] = []
    for _ in 0..<counts[shared.whole(below: counts.count)] {
      // The later hours are the ones in which people call.
      let share = max(chance.unit(), chance.unit() * 0.9)
      reports.append(voice(at: passage.departed + Int(share * Double(length))))
    }
    for index in 0..<[0, 0, 0, 0, 1, 1, 1, 1, 2][shared.whole(below: 9)] {
      reports.append(incident(at: passage.departed + Int(chance.unit() * Double(length)), isSecond: index > 0))
    }
    return reports
  }

  private mutating func voice(at time: Int) -> RescueNight.Report {
    let roll = chance.unit()
    let phone = passage.phones[chance.whole(below: passage.phones.count)]
    if roll < 0.2 { return said(.call, about: time, received: time, phone: phone) }
    if roll < 0.4 {
      let accuracy = [800, 2_000, 4_000][chance.whole(below: 3)]
      return said(.call, about: time, received: time, phone: phone, deviation: Double(accuracy), accuracy: accuracy)
    }
    if roll < 0.7 {
      let age = chance.unit() < 0.5 ? 0 : Int(chance.number(in: 300...3_000))
      let about = max(passage.departed, time - age)
      var pin = said(.pin, about: about, received: time, phone: phone, deviation: 25, accuracy: 50)
      // Some phones stamp the moment of sending on an older place.
      if chance.unit() < 0.6 { pin.positionTime = time }
      return pin
    }
    if roll < 0.85 {
      let known = chance.unit() < 0.4 ? phone : nil
      let delay = Int(chance.number(in: 300...5_400))
      var relay = said(.relay, about: time, received: time + delay, phone: known, deviation: 60, accuracy: 1_000)
      relay.latitude = relay.latitude.map { ($0 * 100).rounded() / 100 }
      relay.longitude = relay.longitude.map { ($0 * 100).rounded() / 100 }
      return relay
    }
    return said(.sighting, about: time, received: time, phone: nil, deviation: 150, accuracy: 300)
  }

  private mutating func incident(at time: Int, isSecond: Bool) -> RescueNight.Report {
    let delay = Int(chance.number(in: 120...3_600))
    var report = said(.centre, about: time, received: time + delay, phone: nil, deviation: 900, accuracy: 1_000)
    let isOther = isSecond && chance.unit() < 0.5
    report.reference = isOther ? "R\(chance.whole(below: 1_000))" : passage.reference
    return report
  }

  private mutating func said(
    _ kind: RescueNight.Kind, about: Int, received: Int, phone: String?, deviation: Double? = nil, accuracy: Int? = nil
  ) -> RescueNight.Report {
    var report = RescueNight.Report(received: received, kind: kind, phone: phone, boat: number)
    if let deviation {
      let place = passage.place(at: about).moved(north: deviation * chance.bell(), east: deviation * chance.bell())
      (report.latitude, report.longitude) = (place.latitude, place.longitude)
      (report.positionTime, report.accuracyMetres) = (about, accuracy)
    }
    let doubt = kind == .sighting ? 0.12 : (kind == .centre ? 0.2 : 0.3)
    if chance.unit() < 0.7 {
      let count = Double(passage.aboard) * ExactMathematics.exponential(doubt * chance.bell())
      let step = kind == .sighting ? 1.0 : 5
      report.aboard = max(1, Int((count / step).rounded() * step))
    }
    if chance.unit() < 0.4 { report.children = max(0, passage.children + Int((2 * chance.bell()).rounded())) }
    if chance.unit() < 0.35 {
      let isTrue = chance.unit() < 0.87
      report.colour = isTrue ? passage.colour : ["grey", "black", "white", "blue"][chance.whole(below: 4)]
    }
    let (engine, water) = (chance.unit(), chance.unit())
    if engine < 0.5 { report.engineRuns = (passage.failedAt.map { about < $0 } ?? true) && engine < 0.34 }
    if water < 0.5 { report.takesWater = (passage.swampedAt.map { about >= $0 } ?? false) || water < 0.32 }
    return report
  }
}
