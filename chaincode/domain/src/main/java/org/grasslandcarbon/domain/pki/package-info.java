// SPDX-License-Identifier: Apache-2.0
/**
 * X.509 certificates (RFC 5280) as far as the registry relies on them: a chain from a participant's
 * key to a trust anchor. It knows no participant and no rule.
 *
 * <p>It uses Bouncy Castle's ASN.1 and lightweight signatures and not the JDK's path validation,
 * whose answers depend on a security policy that differs between JVMs: endorsers would disagree.
 * What it does not understand it refuses.
 */
package org.grasslandcarbon.domain.pki;
