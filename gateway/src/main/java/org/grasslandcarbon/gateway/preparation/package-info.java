// SPDX-License-Identifier: Apache-2.0
/**
 * What helps an owner to prepare a report: dry runs with the registry's own rules, and how a
 * computation is explained. It reads the projection and writes nothing anywhere.
 */
package org.grasslandcarbon.gateway.preparation;
