/// The evidence of a pair field by field, in bits; the last place holds that before anything is known.
typealias FieldEvidence = SIMD16<Float>
