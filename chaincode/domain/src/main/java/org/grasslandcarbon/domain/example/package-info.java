// SPDX-License-Identifier: Apache-2.0
/**
 * A project's life, told once: a chapter a noun, played by any carrier of instructions. The tour,
 * the conformance kit, the benchmarks, fault tests and tests of the other rooms are made of these
 * chapters. Nothing here is a rule, and no rule depends on it; who plays, where, and how large, is
 * handed in.
 */
package org.grasslandcarbon.domain.example;
