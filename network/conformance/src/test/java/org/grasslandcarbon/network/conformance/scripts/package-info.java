// SPDX-License-Identifier: Apache-2.0
/**
 * Tests of the scripts under {@code network} that need no network: what they take, and what they do
 * to files before anything is started.
 */
package org.grasslandcarbon.network.conformance.scripts;
