// SPDX-License-Identifier: Apache-2.0
/** What the gateway's tests share: participants with keys, and instructions that they sign. */
package org.grasslandcarbon.gateway.testing;
