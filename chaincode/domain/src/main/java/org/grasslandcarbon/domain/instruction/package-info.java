// SPDX-License-Identifier: Apache-2.0
/**
 * The signed instruction: JWS (RFC 7515) of one fixed kind, its payload, public keys (RFC 7517) and
 * the verification of signatures. It knows no action and no rule.
 */
package org.grasslandcarbon.domain.instruction;
