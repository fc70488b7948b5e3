/// The leeway classes of the United States Coast Guard, as its search planners use them.
///
/// A row is: key; downwind slope, offset, deviation; crosswind slope, offset, deviation to the right of the downwind
/// direction; the same to the left; title. Slopes are per cent of the wind speed at 10 m, offsets and deviations cm/s.
///
/// Sources: Allen and Plourde 1999, "Review of leeway: field experiments and implementation", USCG report CG-D-08-99,
/// tables 8-1 and 8-2; split into crosswind components by Allen 2005, "Leeway divergence", USCG report CG-D-05-05; in the
/// form of Breivik and Allen 2008, "An operational search and rescue model for the Norwegian Sea and the North Sea",
/// Journal of Marine Systems 69, 99–113, with the objects that were measured later (drum, mine, containers: Breivik et al.
/// 2011, Journal of Marine Systems 85, 56–67). The numbers were keyed afresh; a test holds the sums of every column
/// against those of the list of 2010 that search models share. The reports themselves were not at hand.
enum LeewayTable {
  static let rows = """
    PIW-1;0.96;0.00;12.00;0.54;0.00;9.40;-0.54;0.00;9.40;Person in water, state unknown
    PIW-2;0.48;0.00;8.30;0.15;0.00;6.70;-0.15;0.00;6.70;Person in water, upright, life jacket type III, conscious
    PIW-3;1.60;-3.98;2.42;0.13;0.33;2.11;-0.13;-0.33;2.11;Person in water, sitting, life jacket type I or II
    PIW-4;1.71;1.12;3.93;1.36;-3.30;1.71;-0.13;-2.65;1.62;Person in water, survival suit, face up
    PIW-5;0.63;0.00;5.30;0.31;0.00;4.50;-0.31;0.00;4.50;Person in water, diving suit, face up
    PIW-6;1.117;10.2;3.04;0.04;3.90;4.05;-0.04;-3.90;4.05;Person in water, deceased, face down
    LIFE-RAFT-DB-10;3.52;-2.50;6.10;0.62;-3.00;3.50;-0.45;-0.20;3.60;Life raft, deep ballast, size and load unknown
    LIFE-RAFT-DB-11;3.50;-1.80;6.40;0.78;-3.60;3.60;-0.47;-0.10;3.90;Life raft, deep ballast, 4 to 14 persons, canopy
    LIFE-RAFT-DB-12;3.75;-2.30;4.40;0.78;-3.60;3.60;-0.47;-0.10;3.90;Life raft, deep ballast, 4 to 14 persons, no drogue
    LIFE-RAFT-DB-13;3.75;-2.32;4.51;1.00;-5.31;3.91;-0.47;-0.14;3.91;Life raft, deep ballast, 4 to 14 persons, canopy, no drogue, light load
    LIFE-RAFT-DB-14;3.59;-1.92;2.56;0.48;-0.16;2.17;-0.48;0.16;2.17;Life raft, deep ballast, 4 to 14 persons, no drogue, heavy load
    LIFE-RAFT-DB-15;1.91;0.90;1.60;0.78;-3.60;3.60;-0.47;-0.10;3.90;Life raft, deep ballast, 4 to 14 persons, canopy, drogue
    LIFE-RAFT-DB-16;1.95;-0.53;3.59;0.21;1.29;2.15;-0.21;-1.29;2.15;Life raft, deep ballast, 4 to 14 persons, canopy, drogue, light load
    LIFE-RAFT-DB-17;2.19;-0.96;1.01;1.39;-7.90;1.46;-1.39;7.90;1.46;Life raft, deep ballast, 4 to 14 persons, canopy, drogue, heavy load
    LIFE-RAFT-DB-18;3.68;-4.96;5.37;0.34;-1.85;2.50;-0.49;1.58;2.63;Life raft, deep ballast, 15 to 50 persons, canopy
    LIFE-RAFT-DB-19;3.93;-3.30;3.01;0.38;-3.33;2.16;-0.59;1.59;2.28;Life raft, deep ballast, 15 to 50 persons, canopy, no drogue, light load
    LIFE-RAFT-DB-20;3.15;-4.49;3.35;0.39;-1.80;2.50;-0.38;2.98;1.64;Life raft, deep ballast, 15 to 50 persons, canopy, drogue, heavy load
    LIFE-RAFT-DB-21;0.88;0.00;2.50;0.18;0.00;2.40;-0.18;0.00;2.40;Life raft, deep ballast, capsized
    LIFE-RAFT-DB-22;0.99;0.00;2.40;0.14;0.00;2.30;-0.14;0.00;2.30;Life raft, deep ballast, swamped
    LIFE-RAFT-SB-6;2.68;0.00;12.00;1.10;0.00;9.40;-1.10;0.00;9.40;Life raft, shallow ballast, canopy
    LIFE-RAFT-SB-7;2.96;0.00;1.50;1.21;0.00;1.70;-1.21;0.00;1.70;Life raft, shallow ballast, canopy, no drogue
    LIFE-RAFT-SB-8;2.31;0.00;4.00;0.95;0.00;3.50;-0.95;0.00;3.50;Life raft, shallow ballast, canopy, drogue
    LIFE-RAFT-SB-9;1.68;0.00;2.40;0.24;0.00;2.40;-0.24;0.00;2.40;Life raft, shallow ballast, canopy, capsized
    LIFE-RAFT-SB-10;3.30;-3.90;4.20;0.50;7.0;5.7;0.1;-6.2;3.6;Life raft, shallow ballast, submarine escape, one person, no drogue
    LIFE-RAFT-SB-11;1.7;-3.90;4.20;0.00;5.7;3.3;0.0;-3.4;2.2;Life raft, shallow ballast, submarine escape, one person, drogue
    LIFE-RAFT-NB-1;3.70;0.00;12.00;1.98;0.00;9.40;-1.98;0.00;9.40;Life raft, no ballast
    LIFE-RAFT-NB-2;5.34;9.91;9.82;2.26;1.04;9.08;-2.26;-1.04;9.08;Life raft, no ballast, no canopy, no drogue
    LIFE-RAFT-NB-3;3.15;-4.47;4.00;1.51;0.00;5.00;-1.51;0.00;5.00;Life raft, no ballast, no canopy, drogue
    LIFE-RAFT-NB-4;3.39;0.00;2.40;1.49;0.00;2.40;-1.49;0.00;2.40;Life raft, no ballast, canopy, no drogue
    LIFE-RAFT-NB-5;1.21;0.00;12.00;0.92;0.00;9.40;-0.92;0.00;9.40;Life raft, no ballast, canopy, drogue
    USCG-RESCUE;2.48;0.00;3.80;0.32;0.00;3.40;-0.32;0.00;3.40;Sea rescue kit: three ballasted life rafts on a line
    AVIATION-1;3.39;0.00;2.40;1.49;0.00;2.40;-1.49;0.00;2.40;Aviation life raft, 4 to 6 persons, no ballast, canopy, no drogue
    AVIATION-2;2.71;0.00;3.80;0.72;0.00;3.40;-0.72;0.00;3.40;Evacuation slide of an aircraft, 46 persons
    LIFE-CAPSULE;3.52;0.00;1.90;1.44;0.00;2.00;-1.44;0.00;2.00;Hard life capsule, 22 persons
    OVATEK-CRAFT-1;3.51;3.49;5.66;1.08;-1.24;5.35;-1.721;4.67;6.24;Hard life raft, 4 and 7 persons, light load, no drogue
    OVATEK-CRAFT-2;3.86;0.01;2.75;0.32;1.31;2.62;-0.19;-2.67;2.81;Hard life raft, 4 persons, light load, no drogue
    OVATEK-CRAFT-3;3.26;6.16;6.65;2.32;-7.33;4.77;-2.10;6.02;5.35;Hard life raft, 7 persons, light load, no drogue
    OVATEK-CRAFT-4;1.04;2.99;2.13;0.034;1.57;1.30;-0.02;-0.96;1.17;Hard life raft, 4 and 7 persons, full load, drogue
    OVATEK-CRAFT-5;1.09;2.31;1.59;0.027;0.95;0.99;-0.07;-0.79;1.31;Hard life raft, 4 persons, full load, drogue
    OVATEK-CRAFT-6;0.995;3.46;2.34;0.023;-1.86;1.32;-0.005;-0.95;0.88;Hard life raft, 7 persons, full load, drogue
    PERSON-POWERED-VESSEL-1;1.16;11.12;4.12;0.41;0.00;4.39;-0.41;0.00;4.39;Sea kayak with a person on the aft deck
    PERSON-POWERED-VESSEL-2;1.93;0.00;8.30;0.51;0.00;6.70;-0.51;0.00;6.70;Surf board with a person
    PERSON-POWERED-VESSEL-3;2.25;5.03;2.50;0.69;-1.30;2.96;-0.69;1.30;2.96;Windsurfer with mast and sail in the water
    SKIFF-1;3.15;0.00;2.20;1.29;0.00;2.20;-1.29;0.00;2.20;Skiff, modified V, cathedral hull or runabout with outboard
    SKIFF-2;2.87;3.98;3.33;0.32;-2.93;2.53;-0.62;1.03;3.05;Skiff, V hull
    SKIFF-3;1.65;0.00;3.10;0.39;0.00;2.90;-0.39;0.00;2.90;Skiff, swamped or capsized
    SKIFF-4;2.52;13.37;3.87;1.07;-3.58;5.82;-1.07;3.58;5.82;Skiff, V hull from bow to stern, aluminium
    SPORT-BOAT;6.54;0.00;3.00;2.19;0.00;2.80;-2.19;0.00;2.80;Sport boat, modified V hull, no canvas
    SPORT-FISHER;5.55;0.00;3.30;2.27;0.00;3.00;-2.27;0.00;3.00;Sport fisher, centre console, open cockpit
    FISHING-VESSEL-1;2.47;0.00;12.00;2.76;0.00;9.40;-2.76;0.00;9.40;Fishing vessel
    FISHING-VESSEL-2;2.67;0.00;8.30;2.98;0.00;6.70;-2.98;0.00;6.70;Fishing vessel, Hawaiian sampan
    FISHING-VESSEL-3;2.80;0.00;8.30;3.13;0.00;6.70;-3.13;0.00;6.70;Fishing vessel, Japanese side trawler
    FISHING-VESSEL-4;2.47;0.00;8.30;2.76;0.00;6.70;-2.76;0.00;6.70;Fishing vessel, Japanese longliner
    FISHING-VESSEL-5;1.80;0.00;3.79;2.01;0.00;3.30;-2.01;0.00;3.30;Fishing vessel, Korean
    FISHING-VESSEL-6;3.72;-0.87;3.33;1.41;2.00;3.36;-1.41;-2.00;3.36;Fishing vessel, gill netter with a reel astern
    COASTAL-FREIGHTER;1.87;0.00;8.30;2.09;0.00;6.70;-2.09;0.00;6.70;Coastal freighter
    SAILBOAT-1;4.5;0.0;19.4;4.95;0.0;18.42;-2.82;0.0;24.95;Sailing boat, one hull
    SAILBOAT-2;3.94;0.0;19.62;3.98;0.0;12.6788;-0.79;0.0;2.13;Sailing boat, one hull, dismasted
    SAILBOAT-3;6.27;0.0;9.22;4.01;0.0;12.34;-4.01;0.0;12.34;Sailing boat, one hull, dismasted, rudder amidships
    SAILBOAT-4;2.42;0.0;1.29;0.79;0.0;2.17;-0.79;0.0;2.13;Sailing boat, one hull, dismasted, rudder missing
    SAILBOAT-5;5.23;0.0;18.52;5.89;0.0;18.87;-6.09;0.0;18.58;Sailing boat, one hull, bare mast
    SAILBOAT-6;6.66;0.0;16.56;7.36;0.0;15.15;-7.53;0.0;16.69;Sailing boat, one hull, bare mast, rudder amidships
    SAILBOAT-6b;2.69;0.0;10.48;2.81;0.0;11.14;-4.01;0.0;13.6608;Sailing boat, one hull, bare mast, rudder hove to
    SAILBOAT-7;2.67;0.00;8.30;2.98;0.00;6.70;-2.98;0.00;6.70;Sailing boat, one hull, fin keel, shallow draught
    SAILBOAT-8;1.79;3.09;4.04;0.1;3.53;4.05;-0.1;-3.53;4.05;Sailing dinghy, bare mast, rudder missing
    FV-DEBRIS;1.97;0.00;8.30;0.36;0.00;6.70;-0.36;0.00;6.70;Debris of a fishing vessel
    SLDMB;0.00;0.00;0.00;0.00;0.00;0.00;0.00;0.00;0.00;Datum marker buoy, without leeway
    SEPIRB;0.4;-1.8;6.0;0.0;6.1;4.6;0.0;-4.6;4.6;Emergency beacon of a submarine
    BAIT-BOX-1;0.72;15.18;5.59;1.86;-5.26;4.20;-1.86;5.26;4.20;Bait box of one cubic metre
    BAIT-BOX-2;2.53;9.01;3.05;1.09;-2.76;4.14;-1.09;2.76;4.14;Bait box of one cubic metre, light load
    BAIT-BOX-3;1.15;7.94;3.17;1.48;-0.32;2.99;-1.48;0.32;2.99;Bait box of one cubic metre, full load
    OIL-DRUM;0.75;2.66;2.83;0.48;2.88;3.92;-0.45;-1.46;4.59;Oil drum, 220 litres
    CONTAINER-1;1.78;1.44;2.99;0.27;-2.44;2.31;-0.27;2.44;2.31;Container, 40 foot, 70 % submerged (scale model)
    CONTAINER-2;1.25;3.96;2.81;0.19;1.14;4.36;-0.19;-1.14;4.36;Container, 20 foot, 80 % submerged
    MINE;1.07;4.47;6.55;0.41;1.15;4.13;-0.41;-1.15;4.13;Mine of the Second World War
    REFUGEE-RAFT-1;1.56;8.30;1.53;0.078;2.70;1.52;-0.078;-2.70;1.52;Refugee raft of the Cuban kind, no sail
    REFUGEE-RAFT-2;6.43;-3.47;3.63;2.22;0.00;7.12;-2.22;0.00;7.12;Refugee raft of the Cuban kind, with sail
    SEWAGE;1.79;0.00;3.10;0.16;0.00;2.90;-0.16;0.00;2.90;Sewage floatables
    MED-WASTE-1;2.75;0.00;12.00;0.50;0.00;9.40;-0.50;0.00;9.40;Medical waste
    MED-WASTE-2;3.64;0.00;12.00;0.67;0.00;9.40;-0.67;0.00;9.40;Medical waste, vials
    MED-WASTE-3;4.34;0.00;3.10;0.74;0.00;2.90;-0.74;0.00;2.90;Medical waste, large vials
    MED-WASTE-4;2.95;0.00;5.40;0.54;0.00;4.50;-0.54;0.00;4.50;Medical waste, small vials
    MED-WASTE-5;1.79;0.00;12.00;0.16;0.00;9.40;-0.16;0.00;9.40;Medical waste, syringes
    MED-WASTE-6;1.79;0.00;3.10;0.16;0.00;2.90;-0.16;0.00;2.90;Medical waste, large syringes
    MED-WASTE-7;1.79;0.00;2.40;0.16;0.00;2.30;-0.16;0.00;2.30;Medical waste, small syringes
    """
}
