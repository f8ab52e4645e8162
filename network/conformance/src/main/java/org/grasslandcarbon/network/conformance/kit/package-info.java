// SPDX-License-Identifier: Apache-2.0
/**
 * The conformance kit: scenarios that are played against the embedded peer and against a real
 * Fabric network in the same words, and the transcripts by which the two are compared.
 */
package org.grasslandcarbon.network.conformance.kit;
