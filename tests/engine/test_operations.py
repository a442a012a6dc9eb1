"""What compiled steps are made of."""

import numpy as np
import pytest

from playground.engine.operations import constant, maximum, minimum, run


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_a_constant_has_no_dimension_and_the_dtype_of_its_neighbour(dtype):
    value = constant(0.1, np.zeros((2, 3), dtype))
    assert value.shape == ()
    assert value.dtype == np.dtype(dtype)
    assert value == np.dtype(dtype).type(0.1)


def test_maximum_and_minimum_fill_their_output_and_nothing_else():
    x, y, out = np.array([1.0, 5.0, np.nan]), np.array([4.0, 2.0, 0.0]), np.zeros(3)
    run([maximum(x, y, out)])
    np.testing.assert_array_equal(out, [4, 5, np.nan])
    run([minimum(x, y, x)])
    np.testing.assert_array_equal(x, [1, 2, np.nan])
    np.testing.assert_array_equal(y, [4, 2, 0])


def test_operations_run_in_order_and_overflow_is_silent():
    seen = []
    run([lambda: seen.append("first"), lambda: seen.append("second"), lambda: np.exp(np.array([1e4]))])
    assert seen == ["first", "second"]
