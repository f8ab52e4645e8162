// SPDX-License-Identifier: Apache-2.0
/**
 * What holds for the whole product: the crash test, the benchmarks and the tests that need every
 * room. No other room depends on it.
 */
package org.grasslandcarbon.network.conformance;
