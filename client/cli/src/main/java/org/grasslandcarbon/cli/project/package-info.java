// SPDX-License-Identifier: Apache-2.0
/** {@code grassland project}: projects from proposal to registration. */
package org.grasslandcarbon.cli.project;
