extension BehaviourWords {
  static func english(_ kind: BehaviourKind) -> String {
    switch kind {
    case .drifting:
      "A craft under way has moved at {leastSpeed} to {speed} for {duration} without steerage: its course scatters by "
        + "{scatter}, its bow points {leeway} off its course, or it has lost most of its speed."
    case .suddenStop:
      "A craft that made {speedBefore} or more is down to {speed} within {within}, and stays so for {duration}."
    case .speedChange:
      "A craft changes its speed by {change} or more within {within}, keeps it for {duration} and makes at least "
        + "{leastSpeed}."
    case .headingChange:
      "A craft at {leastSpeed} or more changes its course by {turn} or more within {within} and keeps to it for "
        + "{duration}."
    case .transponderGap:
      "A transponder under way at {leastSpeed} or more is silent for {silence} and for {missed} of its reports, where "
        + "at least {others} others are heard or another sensor still sees the craft."
    case .implausiblePosition: "A craft is reported {distance} or more from where it can be, or on land."
    case .sharedIdentity: "One number is heard in turn from two places {distance} or more apart."
    case .invalidIdentity: "A transponder has sent a number that no administration gives for {duration}."
    case .groupJump:
      "At least {count} craft are reported {distance} or more away, in the same direction, within {within}."
    case .ghostFleet:
      "At least {count} new identities within {within} and {distance} move as one at {leastSpeed} or more."
    case .encounter: "Two craft stay within {distance} of each other for {duration} at less than {speed}."
    case .loitering: "A craft stays within {distance} for {duration} and does not say that it lies still."
    case .shoreApproach: "A craft at {leastSpeed} or more will reach the shore within {horizon} if it goes on."
    case .areaEntry: "A craft comes into an area and stays for {duration}."
    case .closestApproach:
      "A ship at {leastSpeed} or more will pass within {distance} of a small boat within {horizon}, with a probability "
        + "of at least {probability}."
    }
  }

  static func french(_ kind: BehaviourKind) -> String {
    switch kind {
    case .drifting:
      "Un navire faisant route se déplace de {leastSpeed} à {speed} depuis {duration} sans gouverner : sa route varie "
        + "de {scatter}, son étrave est à {leeway} de sa route, ou il a perdu l’essentiel de sa vitesse."
    case .suddenStop:
      "Un navire qui filait au moins {speedBefore} tombe à {speed} en {within} et y reste {duration}."
    case .speedChange:
      "Un navire change sa vitesse d’au moins {change} en {within}, la garde {duration} et file au moins {leastSpeed}."
    case .headingChange:
      "Un navire à {leastSpeed} ou plus change de route d’au moins {turn} en {within} et la garde {duration}."
    case .transponderGap:
      "Un transpondeur faisant route à {leastSpeed} ou plus se tait depuis {silence} et {missed} de ses rapports, là "
        + "où au moins {others} autres sont entendus ou qu’un autre capteur voit encore le navire."
    case .implausiblePosition: "Un navire est signalé à {distance} ou plus d’où il peut être, ou à terre."
    case .sharedIdentity: "Un même numéro est entendu tour à tour de deux lieux distants d’au moins {distance}."
    case .invalidIdentity: "Un transpondeur émet depuis {duration} un numéro qu’aucune administration n’attribue."
    case .groupJump:
      "Au moins {count} navires sont signalés à {distance} ou plus, dans la même direction, en {within}."
    case .ghostFleet:
      "Au moins {count} identités nouvelles en {within} et à moins de {distance} se déplacent comme une seule à "
        + "{leastSpeed} ou plus."
    case .encounter:
      "Deux navires restent à moins de {distance} l’un de l’autre pendant {duration} à moins de {speed}."
    case .loitering: "Un navire reste dans un rayon de {distance} pendant {duration} sans se dire à l’arrêt."
    case .shoreApproach:
      "Un navire à {leastSpeed} ou plus atteindra la côte en moins de {horizon} s’il continue."
    case .areaEntry: "Un navire entre dans une zone et y reste {duration}."
    case .closestApproach:
      "Un navire à {leastSpeed} ou plus passera à moins de {distance} d’une petite embarcation en moins de {horizon}, "
        + "avec une probabilité d’au moins {probability}."
    }
  }
}
