// SPDX-License-Identifier: Apache-2.0
/** The scenarios, a class each. */
package org.grasslandcarbon.network.conformance.kit.scenario;
