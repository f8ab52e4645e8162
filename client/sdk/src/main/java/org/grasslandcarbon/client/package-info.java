// SPDX-License-Identifier: Apache-2.0
/**
 * A client of the registry: key files, signed instructions, an outbox that survives a crash, calls
 * of the gateway's REST API, offline verification. It trusts no gateway with a key and shows every
 * refusal with the registry's own code and sentences. It holds no rule of the registry: those are
 * in {@code domain}, whose records it takes as arguments.
 */
package org.grasslandcarbon.client;
