/// Who takes people off one made-up boat.
struct RescueLifts {
  private(set) var recoveries: [RescueNight.Recovery] = []
  private(set) var people = 0
  let outcome: RescueNight.Outcome

  private static let assets = ["cutter 1", "cutter 2", "lifeboat A", "lifeboat B", "helicopter"]

  init(_ passage: RescuePassage, number: Int, _ chance: inout SeededGenerator) {
    guard passage.isFound else {
      outcome = passage.isAshore ? .landed : (passage.isBack ? .returned : .lost)
      return
    }
    var left = passage.aboard
    var time = passage.ended
    let first = chance.whole(below: Self.assets.count)
    for turn in 0..<(chance.unit() < 0.8 ? 1 : 2) where left > 0 {
      let taken = chance.unit() < 0.7 ? left : 1 + chance.whole(below: left)
      let place = passage.place(at: passage.ended).moved(north: 200 * chance.bell(), east: 200 * chance.bell())
      recoveries.append(
        RescueNight.Recovery(
          time: time, latitude: place.latitude, longitude: place.longitude, people: taken,
          asset: Self.assets[(first + turn) % Self.assets.count], boat: number))
      (left, people) = (left - taken, people + taken)
      time += Int(chance.number(in: 200...1_500))
    }
    outcome = left > 0 ? .recoveredInPart : .recovered
  }
}
