/**
 * Marrow held against what was published: the 33 children of Xie et al. 2023, line by line, and the landmarks of three larger
 * series. Whether a figure was put in or comes out is said beside each.
 */
package marrow.calibration;
