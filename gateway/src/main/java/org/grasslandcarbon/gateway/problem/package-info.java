// SPDX-License-Identifier: Apache-2.0
/**
 * Problem documents (RFC 9457): one for each code of the registry and of the gateway, in Chinese
 * and English. It knows no controller and no filter.
 */
package org.grasslandcarbon.gateway.problem;
