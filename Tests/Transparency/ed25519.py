"""Ed25519 as RFC 8032, section 5.1, says it, for a verifier that shares no code with what it verifies.

Slow and plain. Signing is here for the tests of the witness, which need a ledger that misbehaves.
"""

import hashlib

FIELD = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
CURVE = -121665 * pow(121666, -1, FIELD) % FIELD
ROOT_OF_MINUS_ONE = pow(2, (FIELD - 1) // 4, FIELD)


def _add(one, other):
    """The sum of two points in extended coordinates (X, Y, Z, T)."""
    a = (one[1] - one[0]) * (other[1] - other[0]) % FIELD
    b = (one[1] + one[0]) * (other[1] + other[0]) % FIELD
    c = 2 * one[3] * other[3] * CURVE % FIELD
    d = 2 * one[2] * other[2] % FIELD
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % FIELD, g * h % FIELD, f * g % FIELD, e * h % FIELD)


def _multiply(factor, point):
    total = (0, 1, 1, 0)
    while factor > 0:
        if factor & 1:
            total = _add(total, point)
        point = _add(point, point)
        factor >>= 1
    return total


def _recover(y, sign):
    """The coordinate x of a point, from y and the lowest bit of x."""
    if y >= FIELD:
        return None
    square = (y * y - 1) * pow(CURVE * y * y + 1, -1, FIELD) % FIELD
    if square == 0:
        return None if sign else 0
    x = pow(square, (FIELD + 3) // 8, FIELD)
    if (x * x - square) % FIELD:
        x = x * ROOT_OF_MINUS_ONE % FIELD
    if (x * x - square) % FIELD:
        return None
    return FIELD - x if x & 1 != sign else x


def _decompress(encoded):
    number = int.from_bytes(encoded, "little")
    y, sign = number & (2**255 - 1), number >> 255
    x = _recover(y, sign)
    return None if x is None else (x, y, 1, x * y % FIELD)


def _compress(point):
    inverse = pow(point[2], -1, FIELD)
    x, y = point[0] * inverse % FIELD, point[1] * inverse % FIELD
    return (y | (x & 1) << 255).to_bytes(32, "little")


_BASE_Y = 4 * pow(5, -1, FIELD) % FIELD
_BASE_X = _recover(_BASE_Y, 0)
BASE = (_BASE_X, _BASE_Y, 1, _BASE_X * _BASE_Y % FIELD)


def _hash(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little") % ORDER


def _expand(secret):
    digest = hashlib.sha512(secret).digest()
    scalar = int.from_bytes(digest[:32], "little") & ((1 << 254) - 8) | (1 << 254)
    return scalar, digest[32:]


def public_key(secret: bytes) -> bytes:
    """The public key of a secret of 32 bytes."""
    return _compress(_multiply(_expand(secret)[0], BASE))


def sign(secret: bytes, message: bytes) -> bytes:
    """The signature of a message."""
    scalar, prefix = _expand(secret)
    public = _compress(_multiply(scalar, BASE))
    nonce = _hash(prefix, message)
    point = _compress(_multiply(nonce, BASE))
    return point + ((nonce + _hash(point, public, message) * scalar) % ORDER).to_bytes(32, "little")


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether a signature is good."""
    if len(public) != 32 or len(signature) != 64:
        return False
    key, point = _decompress(public), _decompress(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if key is None or point is None or scalar >= ORDER:
        return False
    left = _multiply(scalar, BASE)
    right = _add(point, _multiply(_hash(signature[:32], public, message), key))
    return (left[0] * right[2] - right[0] * left[2]) % FIELD == 0 and (left[1] * right[2] - right[1] * left[2]) % FIELD == 0
