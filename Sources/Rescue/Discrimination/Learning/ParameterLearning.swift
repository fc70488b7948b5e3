import Geodesy

/// Learns the numbers of the model from nights of which the truth is known.
///
/// Chances that can be counted are counted, with a little added to each so that none is nought. The numbers of counts,
/// phones and motion, which no table shows, are those that make the evidence of the true boats likeliest; they are sought
/// one after the other, each by steps that grow while they help.
public struct ParameterLearning {
  /// The numbers so far.
  public internal(set) var parameters: DiscriminationParameters
  let nightsLearnedFrom: [LabelledNight]

  /// Starts from numbers that are to be improved.
  public init(nights: [LabelledNight], start: DiscriminationParameters) {
    nightsLearnedFrom = nights
    parameters = start
  }

  /// What is counted from the truth: sizes, lengths of life, people and lifts, references, colours, children.
  public mutating func count() {
    countSizes()
    countLives()
    countPeople()
    countAgreements()
  }

  static func smoothed(_ counts: [Double], adding: Double) -> [Double] {
    let sum = counts.reduce(0, +) + adding * Double(counts.count)
    return counts.map { ($0 + adding) / sum }
  }

  /// The evidence of each true boat of a night.
  private func evidence(of night: LabelledNight) -> [(contacts: [ContactEvidence], recoveries: [RecoveryEvidence])] {
    night.boats.indices.map { boat in
      (
        night.evidence.contacts.filter { night.boatOf[$0.id] == boat },
        night.evidence.recoveries.filter { night.boatOf[$0.id] == boat }.sorted { $0.time < $1.time }
      )
    }
  }

  private mutating func countSizes() {
    var reports = [Double](repeating: 0, count: 18)
    var partners = [Double](repeating: 0, count: 5)
    var boats = [Double](repeating: 0, count: 33)
    for night in nightsLearnedFrom {
      boats[min(32, night.boats.count)] += 1
      for boat in evidence(of: night) {
        let partnerCount = boat.contacts.count { $0.kind == .partner }
        reports[min(17, boat.contacts.count - partnerCount)] += 1
        partners[min(4, partnerCount)] += 1
      }
    }
    parameters.reportsPerBoat = Self.smoothed(Self.spread(reports, over: 1), adding: 0.5)
    parameters.partnerReportsPerBoat = Self.smoothed(partners, adding: 0.5)
    parameters.boatsInNight = Self.smoothed(Self.spread(boats, over: 3), adding: 0.5)
  }

  /// Counts shared out with their neighbours, so that a gap by chance in the nights is no gap in the model.
  static func spread(_ counts: [Double], over reach: Int) -> [Double] {
    counts.indices.map { index in
      var (sum, weights) = (0.0, 0.0)
      for other in max(0, index - reach)...min(counts.count - 1, index + reach) {
        let weight = 1 / Double(1 + abs(other - index) * 2)
        sum += weight * counts[other]
        weights += weight
      }
      return sum / weights
    }
  }

  private mutating func countLives() {
    var recovered = [Double](repeating: 0, count: 14)
    var otherwise = [Double](repeating: 0, count: 14)
    var moments = [Double](repeating: 0, count: 10)
    var departures = [Double](repeating: 0, count: 48)
    var after = 0.5
    var gaps: [Double] = []
    for night in nightsLearnedFrom {
      for (boat, evidence) in zip(night.boats, evidence(of: night)) {
        let hours = max(0, boat.endedSeconds - boat.departedSeconds) / 3_600
        let bin = min(13, Int(hours))
        departures[min(47, max(0, Int(boat.departedSeconds / 1_800)))] += 1
        if evidence.recoveries.isEmpty { otherwise[bin] += 1 } else { recovered[bin] += 1 }
        for contact in evidence.contacts where hours > 0 {
          let share = (contact.about.seconds(since: night.clockStart) - boat.departedSeconds) / 3_600 / hours
          moments[min(9, max(0, Int(share * 10)))] += 1
          if share > 1.05 { after += 1 }
        }
        for (first, second) in zip(evidence.recoveries, evidence.recoveries.dropFirst()) {
          gaps.append(second.time.seconds(since: first.time))
        }
      }
    }
    parameters.recoveredShare = (recovered.reduce(0, +) + 1) / (recovered.reduce(0, +) + otherwise.reduce(0, +) + 2)
    parameters.departureShare = exponential(
      Self.smoothed(departures, adding: 0.01).reduce(0) { $0 + $1 * logarithm($1) })
    parameters.hoursUntilRecovery = Self.smoothed(recovered, adding: 0.5)
    parameters.hoursOtherwise = Self.smoothed(otherwise, adding: 0.5)
    parameters.reportMoment = Self.smoothed(Self.spread(moments, over: 1), adding: 1)
    parameters.reportAfterRecovery = max(1e-3, after / (moments.reduce(0, +) + 1))
    if !gaps.isEmpty { parameters.recoveryGapSeconds = max(60, gaps.reduce(0, +) / Double(gaps.count)) }
  }

  private mutating func countPeople() {
    var aboard = [Double](repeating: 0, count: 140)
    var lifts = (all: 1.0, part: 1.0)
    var more = (again: 1.0, ended: 1.0)
    for night in nightsLearnedFrom {
      for (boat, evidence) in zip(night.boats, evidence(of: night)) {
        if (1...140).contains(boat.aboard) { aboard[boat.aboard - 1] += 1 }
        var left = boat.aboard
        for (number, recovery) in evidence.recoveries.enumerated() {
          guard let people = recovery.people else { continue }
          if people >= left { lifts.all += 1 } else { lifts.part += 1 }
          left -= people
          guard left > 0 else { break }
          if number + 1 < evidence.recoveries.count { more.again += 1 } else { more.ended += 1 }
        }
      }
    }
    // A number far from all that were seen is rare, and is not ruled out.
    parameters.peopleAboard = Self.smoothed(
      (0..<4).reduce(aboard) { counts, _ in Self.spread(counts, over: 3) }, adding: 0.2)
    parameters.liftTakesAll = lifts.all / (lifts.all + lifts.part)
    parameters.liftAgain = more.again / (more.again + more.ended)
  }
}
