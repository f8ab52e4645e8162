// SPDX-License-Identifier: Apache-2.0
/**
 * Who is asking: signatures of instructions before they are accepted, and short-lived tokens that
 * participants sign themselves for what is not public. Keys come from the projection; there are no
 * passwords, sessions or cookies.
 */
package org.grasslandcarbon.gateway.security;
