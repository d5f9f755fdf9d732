"""Writes reference.json: 200 tails and quantiles of the normal, chi-square, Student's t and beta distributions.

Source: mpmath 1.3.0 (https://mpmath.org), 50 digits, rounded to 17. Arguments are the doubles that JavaScript reads too.
Run: python3 reference.py > reference.json
"""
import json
import sys
import mpmath
from mpmath import findroot, gammainc, log, mp, mpf

assert mpmath.__version__ == '1.3.0'
mp.dps = 50

def lower_gamma(a, x):
    """The series with positive terms only; mpmath's own gives up at a = 5e5."""
    term = total = mpf(1)
    k = 0
    while term > total * mpf(10) ** -mp.dps:
        k += 1
        term *= x / (a + k)
        total += term
    return mpmath.exp(a * log(x) - x - mpmath.loggamma(a + 1)) * total


def upper_gamma(a, x):
    if x > 2 * a + 50:
        return gammainc(a, x, regularized=True)
    with mpmath.workdps(200):
        return 1 - lower_gamma(a, x)


def lower_beta(a, b, x, y):
    """Of the two sides the one below the mean; next to 1 the other one, which ends sooner, with digits to spare."""
    if x > a / (a + b):
        return 1 - small_beta(b, a, y, x)
    return small_beta(a, b, x, y)


def small_beta(a, b, x, y):
    if a > 1000 and b < 1 and y < 0.01:
        with mpmath.workdps(250):
            return 1 - positive_series(b, a, 1 - x, x)
    return positive_series(a, b, x, y)


def positive_series(a, b, x, y):
    front = mpmath.exp(a * log(x) + b * log(y) - mpmath.loggamma(a) - mpmath.loggamma(b) + mpmath.loggamma(a + b)) / a
    term = total = mpf(1)
    k = 0
    while term > total * mpf(10) ** -mp.dps:
        term *= x * (a + b + k) / (a + 1 + k)
        total += term
        k += 1
    return front * total


def normal_tail(x):
    return mpmath.erfc(x / mpmath.sqrt(2)) / 2


def student_tail(t, df):
    if t < 0:
        return 1 - student_tail(-t, df)
    return lower_beta(df / 2, mpf(1) / 2, df / (df + t * t), t * t / (df + t * t)) / 2


FORWARD = {
    'normalTail': normal_tail,
    'normalCdf': lambda x: normal_tail(-x),
    'chiSquareTail': lambda x, df: upper_gamma(df / 2, x / 2),
    'chiSquareCdf': lambda x, df: lower_gamma(df / 2, x / 2),
    'studentTail': student_tail,
    'studentCdf': lambda t, df: student_tail(-t, df),
    'betaCdf': lambda x, a, b: lower_beta(a, b, x, 1 - x),
    'betaTail': lambda x, a, b: lower_beta(b, a, 1 - x, x),
}


def root(share, p, low, high):
    """Where the increasing log share is log p: halved until near, then by secants."""
    off = lambda u: log(share(u)) - log(p)
    while high - low > mpf('1e-3') * max(1, abs(low)):
        middle = (low + high) / 2
        low, high = (middle, high) if off(middle) < 0 else (low, middle)
    return findroot(off, (low, high), solver='secant', tol=mpf(10) ** -25, verify=False)


def quantile(of, p, *shape):
    upper = p > 0.5
    rest = 1 - p if upper else p
    if of == 'normalQuantile':
        size = root(lambda u: normal_tail(-u), rest, mpf(-40), mpf(0)) if rest < 0.5 else mpf(0)
        return -size if upper else size
    if of == 'studentQuantile':
        size = mpmath.exp(-root(lambda u: student_tail(mpmath.exp(-u), shape[0]), rest, mpf(-480), mpf(40)))
        return size if upper else -size
    if of == 'chiSquareQuantile':
        a = shape[0] / 2
        if upper:
            return 2 / mpmath.exp(root(lambda u: upper_gamma(a, mpmath.exp(-u)), rest, -log(a + mpmath.sqrt(60 * a) + 30), -log(a / 40)))
        return 2 * mpmath.exp(root(lambda u: lower_gamma(a, mpmath.exp(u)), rest, mpf(-1000) if a < 1 else log(a) - 230 / a - 8, log(a + 1)))
    a, b = shape
    x_at = lambda u: 1 / (1 + mpmath.exp(-u))
    if upper:
        return x_at(-root(lambda u: lower_beta(b, a, x_at(u), x_at(-u)), rest, log(b / a) - 300 / b - 5, log(b / a) + 5))
    return x_at(root(lambda u: lower_beta(a, b, x_at(u), x_at(-u)), rest, log(a / b) - 300 / a - 5, log(a / b) + 5))


SHARES = [1e-100, 1e-12, 0.025, 0.4999, 0.95, 1 - 1e-12]
DFS = [0.5, 1, 2.5, 30, 1e4, 1e6]
SHAPES = [(0.1, 0.1), (0.1, 1e5), (0.5, 3), (30, 0.1), (1e4, 700), (1e5, 1e5)]


def cases():
    for x in [-5, -1.5, -1e-8, 0.001, 0.3, 1, 1.1, 1.96, 3, 5, 10, 20, 30, 37]:
        yield 'normalTail', x
    for x in [-37, -12.5, -2, -0.25, 2.5]:
        yield 'normalCdf', x
    for p in [1e-300, 1e-200, 1e-100, 1e-50, 1e-20, 1e-12, 1e-6, 0.001, 0.005, 0.025, 0.05, 0.1, 0.25, 0.4, 0.4999,
              0.5 + 1e-9, 0.5001, 0.75, 0.9, 0.95, 0.975, 0.995, 0.9999, 1 - 1e-9, 1 - 1e-12]:
        yield 'normalQuantile', p
    for x, df in [(500, 10), (1e-9, 0.5), (0.2, 0.5), (300, 0.5), (3.84, 1), (1300, 1), (7.5, 2.5), (43.8, 30)]:
        yield 'chiSquareTail', x, df
    for x, df in [(1e4, 1e4), (1.1e4, 1e4), (1.2e4, 1e4), (1e6, 1e6), (1.005e6, 1e6), (1.02e6, 1e6)]:
        yield 'chiSquareTail', x, df
    for x, df in [(1e-30, 1), (1e-5, 2.5), (0.02, 30), (12, 30), (9e3, 1e4), (9.8e5, 1e6)]:
        yield 'chiSquareCdf', x, df
    for t, df in [(50, 3), (1e-6, 3), (0.5, 0.5), (1e12, 0.5), (12.7, 1), (2.5, 2.5), (-2.5, 2.5), (2.04, 30), (40, 30), (1.2, 1e4)]:
        yield 'studentTail', t, df
    for t, df in [(25, 1e4), (1.96, 1e6), (5.5, 1e6), (30, 1e6)]:
        yield 'studentTail', t, df
    for t, df in [(-4.3, 2), (-1e5, 1.5), (1, 7.25), (-8, 250)]:
        yield 'studentCdf', t, df
    for x, a, b in [(0.3, 0.1, 0.1), (1e-200, 0.1, 2), (1e-6, 0.1, 1e5), (0.01, 0.5, 3), (0.2, 2, 2.5), (0.5, 30, 0.1), (0.9, 1e4, 700)]:
        yield 'betaCdf', x, a, b
    for x, a, b in [(0.49, 1e5, 1e5), (0.4998, 1e5, 1e5), (0.999, 30, 0.1)]:
        yield 'betaCdf', x, a, b
    for x, a, b in [(0.999, 0.1, 0.1), (2e-4, 0.1, 1e5), (0.9, 0.5, 3), (0.6, 2, 2.5), (0.95, 1e4, 700), (0.5, 1e5, 1e5), (0.51, 1e5, 1e5)]:
        yield 'betaTail', x, a, b
    for p in SHARES:
        for df in DFS[:5] if p in (0.4999, 1e-100) else DFS:
            yield 'chiSquareQuantile', p, df
            yield 'studentQuantile', p, df
        for a, b in SHAPES:
            yield 'betaQuantile', p, a, b


rows = []
for of, *args in cases():
    numbers = [mpf(x) for x in args]
    value = (FORWARD[of](*numbers) if of in FORWARD else quantile(of, *numbers))
    if abs(value) < 1e-300:
        continue
    rows.append('  ' + json.dumps([of, args])[:-1] + f', {mpmath.nstr(value, 17, min_fixed=-5, max_fixed=17)}]')
print('[\n' + ',\n'.join(rows) + '\n]')
print(len(rows), file=sys.stderr)
