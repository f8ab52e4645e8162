// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.util.Set;

/**
 * What a client was promised about an instruction. One that transfers no credits, as a taking,
 * counts as nothing from its sender to itself.
 *
 * @param id the instruction
 * @param from who gives
 * @param to who receives
 * @param tonnes how much, in tonnes
 * @param acknowledged whether a gateway has said that it holds it, or how it ended
 * @param told the outcomes that the client was told: {@code APPLIED} or the code of a refusal. One,
 *     unless something is wrong; none when it was not told any.
 */
record Promise(
    String id, String from, String to, long tonnes, boolean acknowledged, Set<String> told) {}
