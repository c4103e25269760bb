"""Keys of features, hashes of words, and the tables they are looked up in: all of it for whole arrays at once."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint64]
Numbers = npt.NDArray[Any]  # of whole numbers, of any width

# Odd 64-bit constants without structure: the golden ratio and two of the SplitMix64 generator (Steele et al. 2014).
GOLDEN = 0x9E3779B97F4A7C15
FACTORS = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F, 0xE7037ED1A0B428DB)
WORD = 1 << 64


def mixed(values: Keys) -> Keys:
    """Values so that each bit of one depends on all of its bits; no two that differ become equal."""
    return mix(values.copy())


def mix(values: Keys) -> Keys:
    """The same, in place."""
    values ^= values >> np.uint64(32)
    values *= np.uint64(FACTORS[0])
    values ^= values >> np.uint64(29)
    return values


def keys(name: str, *parts: Numbers) -> Keys:
    """One key for each place, made of the name of a template and the values of its parts there."""
    return mix(summed(name, parts))


def summed(name: str, parts: Sequence[Numbers], first: int = 0) -> Keys:
    """What `mix` makes the keys of a template of: parts `first` and up, to which those before may still be added."""
    total = seeded(name, len(parts[0]))
    for place, part in enumerate(parts, start=first):
        total += term(part, place)
    return total


def seeded(name: str, n: int) -> Keys:
    """The beginning of the sums of a template for `n` places."""
    return np.full(n, int.from_bytes(name.encode()[:8], "little") * GOLDEN % WORD, dtype=np.uint64)


def term(part: Numbers, place: int) -> Keys:
    """What the part at this place adds."""
    added = part.astype(np.uint64)
    added *= np.uint64(FACTORS[place])
    return added


def _powers(base: int, n: int) -> Keys:
    powers = np.ones(n, dtype=np.uint64)
    done = 1
    while done < n:
        more = min(done, n - done)
        powers[done : done + more] = powers[:more] * np.uint64(pow(base, done, WORD))
        done += more
    return powers


class Windows:
    """Hashes of stretches of one text, each in one step, from running sums (Karp and Rabin 1987).

    >>> windows = Windows(np.array([3, 5, 7, 3, 5]))
    >>> two = windows.of(np.array([0, 3]), np.array([2, 5]))
    >>> bool(two[0] == two[1])
    True
    """

    BASE = FACTORS[2]
    INVERSE = pow(BASE, -1, WORD)

    def __init__(self, codes: Numbers) -> None:
        letters = mixed(codes.astype(np.uint64) + np.uint64(1)) * _powers(self.BASE, len(codes))
        self._sums = np.concatenate([np.zeros(1, dtype=np.uint64), np.cumsum(letters, dtype=np.uint64)])
        self._back = _powers(self.INVERSE, len(codes) + 1)

    def of(self, starts: Numbers, stops: Numbers) -> Keys:
        """The hash of each stretch `start:stop`."""
        return mixed((self._sums[stops] - self._sums[starts]) * self._back[starts])


def word_key(word: str) -> int:
    """The hash that `Windows` gives this word wherever it stands."""
    codes = np.frombuffer(word.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return int(Windows(codes).of(np.array([0]), np.array([len(codes)]))[0])


def short(long: Keys) -> npt.NDArray[np.uint32]:
    """The upper half of each key, by which tables are kept."""
    return (long >> np.uint64(32)).astype(np.uint32)


class HashIndex:
    """From keys of 32 bits to their numbers 1, 2, …; 0 for a key that is not there.

    The keys are laid into four times as many slots or more, by their upper bits and in their order, each behind the last; a slot
    holds the number and the key's lower bits, so that a look-up reads one place of memory, and most never a second.
    Of keys that are not there, one in some thousands is taken for one that is.

    Parameters
    ----------
    known : ndarray of uint32, sorted and unique

    >>> index = HashIndex(np.array([7, 1 << 30, 3 << 30], dtype=np.uint32))
    >>> index.find(np.array([1 << 30, 8, 7], dtype=np.uint32)).tolist()
    [2, 0, 1]
    """

    def __init__(self, known: npt.NDArray[np.uint32]) -> None:
        bits = max(4, (4 * len(known)).bit_length())
        number_bits = max(1, len(known).bit_length())
        self._shift, self._up = np.uint32(32 - bits), np.uint32(number_bits)
        self._number, self._check = np.uint32((1 << number_bits) - 1), np.uint32((1 << (32 - number_bits)) - 1)
        wanted = (known >> self._shift).astype(np.int64)
        order = np.arange(len(known))
        place = np.maximum.accumulate(wanted - order) + order
        self._slots = np.zeros(max(1 << bits, int(place[-1]) + 1 if len(known) else 0) + 1, dtype=np.uint32)
        self._slots[place] = ((known & self._check) << self._up) | (order + 1).astype(np.uint32)

    def find(self, wanted: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
        """The number of each key."""
        place = (wanted >> self._shift).astype(np.intp)
        stamps = wanted & self._check
        stamps <<= self._up
        held = self._slots.take(place)
        found = held ^ stamps  # where the stamps agree, what is left is the number
        wrong = found > self._number
        found[wrong] = 0
        left = np.flatnonzero(wrong & (held != 0))
        while len(left):
            place[left] += 1
            held = self._slots.take(place[left])
            fits = (held ^ stamps[left]) <= self._number
            found[left[fits]] = held[fits] & self._number
            left = left[~fits & (held != 0)]
        return found


class WordClasses:
    """A class for each of many words, asked by hash.

    >>> classes = WordClasses.of({"水利部": 4, "临江": 1})
    >>> classes.find(np.array([word_key("临江"), word_key("江")], dtype=np.uint64)).tolist()
    [1, 0]
    """

    def __init__(self, known: npt.NDArray[np.uint32], classes: npt.NDArray[np.uint16]) -> None:
        self.known, self.classes = known, classes
        self._index = HashIndex(known)
        self._classes = np.concatenate([np.zeros(1, dtype=np.uint16), classes])

    @classmethod
    def of(cls, words: dict[str, int]) -> "WordClasses":
        """From words to their classes, 1 and up."""
        pairs = {int(short(np.array([word_key(word)], dtype=np.uint64))[0]): number for word, number in words.items()}
        known = np.array(sorted(pairs), dtype=np.uint32)
        return cls(known, np.array([pairs[int(key)] for key in known], dtype=np.uint16))

    def find(self, hashes: Keys) -> npt.NDArray[np.uint16]:
        """The class of each word; 0 for a word that is not there."""
        found: npt.NDArray[np.uint16] = self._classes[self._index.find(short(hashes))]
        return found
