// SPDX-License-Identifier: Apache-2.0
/**
 * Faults on the real network, under load: named scenarios, each of which breaks something, mends it
 * and leaves the network whole. After each, everything that was promised is asked for again, at all
 * offices. It starts and stops nodes by the scripts of {@code network/fabric} and sees the registry
 * as any client does; it must not reach into a running node.
 */
package org.grasslandcarbon.network.conformance.faults;
