// SPDX-License-Identifier: Apache-2.0
/**
 * What those who supervise are shown: signals of abnormal trading, work of certifiers, flags,
 * refusals, holdings and flows. It is computed from what is projected, writes nothing and decides
 * nothing: a signal is a question, and a case that begins with one is a signed instruction.
 */
package org.grasslandcarbon.gateway.supervision;
